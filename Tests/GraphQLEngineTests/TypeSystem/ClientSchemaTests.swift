import GraphQLEngine
import JSON
import Testing

/// `buildClientSchema` of GraphQL.js.
@Suite struct ClientSchemaTests {
    private func build(_ json: String) throws -> Schema {
        try Schema.build(introspection: JSONReader(maximumDepth: 64).read(Array(json.utf8)))
    }

    private func message(_ json: String) -> String {
        do {
            return try build(json).printed()
        } catch {
            return (error as? SchemaError)?.errors.map(\.message).joined(separator: "\n") ?? "\(error)"
        }
    }

    @Test func everyKindOfType() throws {
        let schema = try build(
            #"""
            {"__schema": {"description": "All", "queryType": {"name": "Root"}, "directives": [
              {"name": "d", "args": [], "locations": ["FIELD", "QUERY"], "isRepeatable": true, "deprecationReason": "x"}],
            "types": [
              {"kind": "SCALAR", "name": "Int"}, {"kind": "SCALAR", "name": "S", "specifiedByURL": "u"},
              {"kind": "OBJECT", "name": "Root", "interfaces": [{"name": "I"}], "fields": [
                {"name": "a", "description": "A", "args": [{"name": "in", "type": {"name": "In"}, "defaultValue": "{a: [1]}"}],
                 "type": {"kind": "NON_NULL", "ofType": {"kind": "LIST", "ofType": {"name": "Int"}}},
                 "deprecationReason": "No longer supported"}]},
              {"kind": "INTERFACE", "name": "I", "fields": [], "interfaces": null},
              {"kind": "UNION", "name": "U", "possibleTypes": [{"name": "Root"}]},
              {"kind": "ENUM", "name": "E", "enumValues": [{"name": "A", "deprecationReason": "old"}]},
              {"kind": "INPUT_OBJECT", "name": "In", "isOneOf": true, "inputFields": [
                {"name": "a", "type": {"kind": "LIST", "ofType": {"name": "Int"}}}]}]}}
            """#
        )
        #expect(
            schema.printed() == #"""
                """All"""
                schema {
                  query: Root
                }

                directive @d @deprecated(reason: "x") repeatable on FIELD | QUERY

                scalar S @specifiedBy(url: "u")

                type Root implements I {
                  """A"""
                  a(in: In = { a: [1] }): [Int]! @deprecated
                }

                interface I

                union U = Root

                enum E {
                  A @deprecated(reason: "old")
                }

                input In @oneOf {
                  a: [Int]
                }
                """#
        )
        let argument = try type("Root", schema).fields[0].arguments[0]
        #expect(argument.defaultValue == .object(InputObject(slots: [.list([.int(1)])])))
    }

    @Test func errorsFoundLaterHaveNoPlaces() throws {
        let schema = try build(
            #"{"__schema": {"types": [{"kind": "OBJECT", "name": "A", "interfaces": [], "fields": []}]}}"#
        )
        #expect(
            SchemaValidator.validate(schema) == [
                GraphQLError("Query root type must be provided."),
                GraphQLError("Type A must define one or more fields."),
            ]
        )
    }

    @Test func aDirectiveWithoutLocations() throws {
        let schema = try build(
            #"{"__schema": {"types": [], "directives": [{"name": "d", "args": [], "locations": []}]}}"#
        )
        #expect(schema.directive(named: "d")?.locations == [])
    }

    @Test(arguments: [
        ("{}", "Invalid or incomplete introspection result. Ensure that you are passing the \"data\" attribute"),
        (
            #"{"__schema": {"types": [{"name": "A"}]}}"#,
            "Invalid or incomplete introspection result. Ensure that a full"
        ),
        (#"{"__schema": {"types": [], "queryType": {"name": "Q"}}}"#, "Invalid or incomplete schema, unknown type: Q."),
        (#"{"__schema": {"types": [], "queryType": {}}}"#, "Unknown type reference: {}."),
        (
            #"{"__schema": {"types": [{"kind": "SCALAR", "name": "S"}], "queryType": {"name": "S"}}}"#,
            "Expected S to be a GraphQL Object type."
        ),
        (#"{"__schema": {"types": [{"kind": "UNION", "name": "U"}]}}"#, "Introspection result missing possibleTypes: "),
        (#"{"__schema": {"types": [{"kind": "ENUM", "name": "E"}]}}"#, "Introspection result missing enumValues: "),
        (
            #"{"__schema": {"types": [{"kind": "INPUT_OBJECT", "name": "I"}]}}"#,
            "Introspection result missing inputFields: "
        ),
        (#"{"__schema": {"types": [{"kind": "OBJECT", "name": "O"}]}}"#, "Introspection result missing interfaces: "),
        (
            #"{"__schema": {"types": [{"kind": "OBJECT", "name": "O", "interfaces": []}]}}"#,
            "Introspection result missing fields: "
        ),
        (
            #"{"__schema": {"types": [], "directives": [{"name": "d"}]}}"#,
            "Introspection result missing directive args: "
        ),
        (
            #"{"__schema": {"types": [], "directives": [{"name": "d", "args": []}]}}"#,
            "Introspection result missing directive locations: "
        ),
        (
            #"{"__schema": {"types": [{"kind": "ENUM", "name": "E", "enumValues": [{"name": "true"}]}]}}"#,
            "Enum values cannot be named: true."
        ),
        (
            #"{"__schema": {"types": [{"kind": "SCALAR", "name": "a b"}]}}"#,
            #"Names must only contain [_a-zA-Z0-9] but "a b" does not."#
        ),
    ])
    func errors(_ json: String, _ expected: String) {
        #expect(message(json).hasPrefix(expected))
    }

    @Test(arguments: [
        (#"{"kind": "LIST"}"#, "Decorated type deeper than introspection query."),
        (
            #"{"kind": "NON_NULL", "ofType": {"kind": "NON_NULL", "ofType": {"name": "In"}}}"#,
            "Expected In! to be a GraphQL nullable type."
        ),
        (#"{"name": "In"}"#, "Introspection must provide output type for fields, but received: In."),
    ])
    func typesOfFields(_ type: String, _ expected: String) {
        let text = #"""
            {"__schema": {"types": [{"kind": "INPUT_OBJECT", "name": "In", "inputFields": []},
              {"kind": "OBJECT", "name": "O", "interfaces": [], "fields": [{"name": "a", "args": [], "type": TYPE}]}]}}
            """#
        #expect(message(text.replacing("TYPE", with: type)) == expected)
    }
}
