import GraphQLEngine
import JSON
import Testing

@Suite struct SchemaBuilderTests {
    @Test func everyKindOfType() throws {
        let schema = try schema(
            """
            "A schema" schema { query: Q mutation: M }
            "A query" type Q implements I { "A field" a(first: Int = 10, filter: In): [E!]! i: I u: U s: S }
            type M { a: ID }
            interface I { a(first: Int = 10, filter: In): [E!]! }
            union U = Q | M
            enum E { A "Second" B @deprecated(reason: "old") }
            input In { e: E = B, list: [Int!] = 1, inner: In }
            scalar S @specifiedBy(url: "https://example.com/s")
            """
        )
        #expect(schema.description == "A schema")
        let query = try #require(schema.queryType.map { schema[$0] })
        #expect(query.name == "Q" && query.description == "A query" && query.kind == .object)
        #expect(schema.mutationType == schema.type(named: "M"))
        #expect(schema.subscriptionType == nil)

        let field = try #require(query.field("a"))
        #expect(field.description == "A field" && schema.text(of: field.type) == "[E!]!")
        #expect(schema[schema.namedType(of: field.type)].name == "E")
        #expect(field.argumentIndex("filter") == 1)
        #expect(field.arguments[0].defaultValue == .int(10) && field.arguments[0].defaultValueText == "10")
        #expect(field.arguments[1].defaultValue == nil)

        let interface = try type("I", schema)
        #expect(interface.possibleTypes.map { schema[$0].name } == ["Q"])
        #expect(query.interfaces.map { schema[$0].name } == ["I"])
        #expect(query.possibleTypes == [schema.queryType])
        #expect(try type("U", schema).possibleTypes.map { schema[$0].name } == ["Q", "M"])

        let enumeration = try type("E", schema)
        #expect(enumeration.enumValueIndex("B") == 1)
        #expect(enumeration.enumValues[1].description == "Second")
        #expect(enumeration.enumValues[1].deprecationReason == "old")
        #expect(enumeration.enumValues[0].deprecationReason == nil)

        let input = try type("In", schema)
        #expect(input.inputFields[0].defaultValue == .enumeration("B", index: 1))
        #expect(input.inputFields[1].defaultValue == .list([.int(1)]))
        #expect(input.inputFieldIndex("inner") == 2)
        #expect(try type("S", schema).specifiedByURL == "https://example.com/s")
    }

    @Test func referencesAreInterned() throws {
        let schema = try schema("type Query { a: [Int!]! b: [Int!]! c: [Int!] }")
        let fields = try type("Query", schema).fields
        #expect(fields[0].type == fields[1].type)
        #expect(schema.nullable(fields[0].type) == fields[2].type)
        #expect(schema.isNonNull(fields[0].type) && !schema.isNonNull(fields[2].type))
    }

    @Test func extensionsAreMerged() throws {
        let schema = try schema(
            """
            extend type Query implements I { i: Int }
            type Query { a: E }
            interface I { i: Int }
            enum E { A }
            extend enum E { B }
            input In { a: Int }
            extend input In { b: [Int] }
            union U = Query
            extend union U = T
            type T { in(in: In): U s: S }
            scalar S
            extend scalar S @specifiedBy(url: "x")
            extend schema { mutation: T }
            """
        )
        #expect(try type("Query", schema).fields.map(\.name) == ["a", "i"])
        #expect(try type("I", schema).possibleTypes == [schema.type(named: "Query")])
        #expect(try type("E", schema).enumValues.map(\.name) == ["A", "B"])
        #expect(try type("In", schema).inputFields.map(\.name) == ["a", "b"])
        #expect(try type("U", schema).possibleTypes.map { schema[$0].name } == ["Query", "T"])
        #expect(try type("S", schema).specifiedByURL == "x")
        #expect(schema.mutationType == schema.type(named: "T"))
    }

    @Test func builtInDefinitions() throws {
        let schema = try schema("type Query { a: Int }")
        #expect(schema.directives.map(\.name).sorted() == ["deprecated", "include", "oneOf", "skip", "specifiedBy"])
        #expect(schema.types.filter { !$0.isBuiltIn }.map(\.name) == ["Query"])
        #expect(
            try type("__Type", schema).fields.map(\.name) == [
                "kind", "name", "description", "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues",
                "inputFields", "ofType", "isOneOf",
            ]
        )
        #expect(try type("__DirectiveLocation", schema).enumValues.count == 21)
        // Section 4.2.2: a built-in scalar that nothing refers to is not listed.
        #expect(schema.type(named: "Int") != nil && schema.type(named: "String") != nil)
        #expect(schema.type(named: "Float") == nil && schema.type(named: "ID") == nil)
    }

    @Test func aDefinitionReplacesTheBuiltInDirective() throws {
        let schema = try schema(
            #"type Query { a(in: In): Int } input In @oneOf { a: Int } "Mine" directive @oneOf on INPUT_OBJECT"#
        )
        #expect(schema.directives.filter { $0.name == "oneOf" }.count == 1)
        #expect(schema.directive(named: "oneOf")?.description == "Mine")
        #expect(try type("In", schema).isOneOf)
    }

    @Test func appliedDirectivesHaveCoercedArguments() throws {
        let schema = try schema(
            """
            directive @can(permission: String!, scope: Scope! = ALL) on FIELD_DEFINITION | OBJECT
            directive @tag(of: Int) repeatable on FIELD_DEFINITION
            enum Scope { SELF ALL }
            type Query @can(permission: "q") { a: Int @can(permission: "a", scope: SELF) @tag @tag(of: 2) }
            """
        )
        let query = try type("Query", schema)
        #expect(query.appliedDirectives[0]["permission"] == .string("q"))
        #expect(query.appliedDirectives[0]["scope"] == .enumeration("ALL", index: 1))
        #expect(query.fields[0].appliedDirectives.map(\.name) == ["can", "tag", "tag"])
        #expect(query.fields[0].appliedDirectives[0]["scope"] == .enumeration("SELF", index: 0))
        #expect(query.fields[0].appliedDirectives[1]["of"] == nil)
        #expect(query.fields[0].appliedDirectives[2]["of"] == .int(2))
    }

    @Test func defaultsAreCoerced() throws {
        let schema = try schema(
            """
            type Query { a(f: Float = 1, id: ID = 4, p: Point = {x: 2}, all: [Point!] = [{x: 1, y: null}], s: S = {k: [A]}): S }
            input Point { x: Int!, y: Int = 7 }
            scalar S
            """
        )
        let arguments = try type("Query", schema).fields[0].arguments
        #expect(
            arguments.map(\.defaultValue) == [
                .float(1), .string("4"), .object(InputObject(slots: [.int(2), .int(7)])),
                .list([.object(InputObject(slots: [.int(1), .null]))]), .json(["k": ["A"]]),
            ]
        )
        #expect(arguments.map(\.defaultValueText) == ["1", "4", "{ x: 2 }", "[{ x: 1, y: null }]", "{ k: [A] }"])
    }

    @Test func customScalarsCoerceTheirDefaults() throws {
        let even = ScalarCoercion { (value) throws(ScalarCoercionError) in
            guard case .int(let number) = value, number % 2 == 0 else { throw ScalarCoercionError("Not even.") }
            return .int(number / 2)
        }
        let document = try Document.parse(Source("type Query { a(n: Even = 8): Even } scalar Even"))
        let schema = try Schema.build(document, scalars: ["Even": even])
        #expect(try type("Query", schema).fields[0].arguments[0].defaultValue == .int(4))
        #expect(try type("Even", schema).inputCoercion != nil)

        let odd = try Document.parse(Source("type Query { a(n: Even = 7): Even } scalar Even"))
        #expect(
            throws: SchemaError([
                GraphQLError(
                    "Query.a(n:) has invalid default value: Not even.",
                    locations: [SourceLocation(line: 1, column: 26)]
                )
            ])
        ) { try Schema.build(odd, scalars: ["Even": even]) }
    }

    @Test func builtInTypesStandWhereTheyAreMet() throws {
        let schema = try schema("scalar S type Query { a: S b: Boolean c: [ID!] } input I { f: Float } enum E { A }")
        let names = ["S", "Query", "Boolean", "ID", "I", "Float", "E", "String", "__Schema", "__Type", "__TypeKind"]
        #expect(schema.types.map(\.name).starts(with: names))
    }

    @Test(arguments: [
        ("type Query { a: X b: Y }", "Unknown type: \"X\"."),
        ("schema { query: X } type Query { a: Y }", "Unknown type: \"X\"."),
        ("type Query { a: X } directive @d(a: Y) on FIELD", "Unknown type: \"Y\"."),
        ("type Query implements X { a: Y }", "Unknown type: \"X\"."),
    ])
    func unknownTypes(_ text: String, _ message: String) throws {
        let document = try Document.parse(Source(text))
        #expect(throws: SchemaError([GraphQLError(message)])) {
            try Schema.build(document, assuming: .validTypeSystem)
        }
    }

    @Test func aFaultyDocumentIsBuiltAsFarAsItCanBe() throws {
        let text = """
            type Query @nope { a: Int a(x: Int, x: Float): Float }
            enum E { A }
            type T { b: Int }
            enum E { B B }
            extend type X { c: Int }
            extend input Query { d: Int }
            """
        let schema = try Schema.build(Document.parse(Source(text)), assuming: .validTypeSystem)
        #expect(
            schema.printed()
                == "type Query {\n  a(x: Float): Float\n}\n\nenum E {\n  B\n}\n\ntype T {\n  b: Int\n}"
        )
        #expect(schema.isAssumedValid && SchemaValidator.validate(schema).isEmpty)
    }

    @Test func directivesCanBeDeprecated() throws {
        let schema = try schema(
            """
            type Query { a: Int }
            directive @a @deprecated on FIELD
            directive @b on FIELD
            extend directive @b @deprecated(reason: "old")
            """
        )
        #expect(schema.directive(named: "a")?.deprecationReason == "No longer supported")
        #expect(schema.directive(named: "b")?.deprecationReason == "old")
    }
}

func schema(_ text: String) throws -> Schema {
    try Schema.build(Document.parse(Source(text)))
}

func type(_ name: String, _ schema: Schema) throws -> NamedType {
    schema[try #require(schema.type(named: name))]
}
