import GraphQLEngine
import Testing

@Suite struct SchemaCoordinateResolutionTests {
    private func element(at coordinate: String) throws -> String? {
        let text = """
            type Query { a(b: Int): Query }
            interface I { c: Int }
            union U = Query
            enum E { V }
            input N { f: Int }
            directive @d(x: Int) on FIELD
            """
        let schema = try Schema.build(Document.parse(Source(text)))
        return switch try schema.element(at: SchemaCoordinate.parse(Source(coordinate))) {
        case .namedType(let type): "type \(schema[type].name)"
        case .field(let type, let field): "field \(schema[type].name) \(field.name)"
        case .inputField(let type, let field): "input field \(schema[type].name) \(field.name)"
        case .enumValue(let type, let value): "enum value \(schema[type].name) \(value.name)"
        case .fieldArgument(let type, let field, let argument):
            "argument \(schema[type].name) \(field.name) \(argument.name)"
        case .directive(let directive): "directive \(directive.name)"
        case .directiveArgument(let directive, let argument): "argument @\(directive.name) \(argument.name)"
        case nil: nil
        }
    }

    @Test(arguments: [
        ("Query", "type Query"), ("__Type", "type __Type"), ("Query.a", "field Query a"), ("I.c", "field I c"),
        ("Query.__typename", "field Query __typename"), ("Query.__schema", "field Query __schema"),
        ("N.f", "input field N f"), ("E.V", "enum value E V"), ("Query.a(b:)", "argument Query a b"),
        ("Query.__type(name:)", "argument Query __type name"), ("@d", "directive d"), ("@skip", "directive skip"),
        ("@d(x:)", "argument @d x"),
    ])
    func finds(coordinate: String, expected: String) throws {
        #expect(try element(at: coordinate) == expected)
    }

    @Test(arguments: ["Nothing", "Query.b", "N.g", "E.W", "Query.a(c:)", "@nothing", "@d(y:)", "I.__schema"])
    func findsNothing(coordinate: String) throws {
        #expect(try element(at: coordinate) == nil)
    }

    @Test(arguments: [
        ("X.a", #"Expected "X" to be defined as a type in the schema."#),
        ("U.a", #"Expected "U" to be an Enum, Input Object, Object or Interface type."#),
        ("Int.a", #"Expected "Int" to be an Enum, Input Object, Object or Interface type."#),
        ("X.a(b:)", #"Expected "X" to be defined as a type in the schema."#),
        ("N.f(b:)", #"Expected "N" to be an object type or interface type."#),
        ("Query.b(b:)", #"Expected "b" to exist as a field of type "Query" in the schema."#),
        ("@nothing(x:)", #"Expected "nothing" to be defined as a directive in the schema."#),
    ])
    func refuses(coordinate: String, message: String) {
        #expect(throws: GraphQLError(message)) { _ = try element(at: coordinate) }
    }
}
