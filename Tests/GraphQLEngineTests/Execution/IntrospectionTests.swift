import GraphQLEngine
import JSON
import Testing

/// Section 4 "Introspection".
struct IntrospectionTests {
    @Test func typesAreDescribed() async throws {
        let response = try await Library.run(
            """
            { __type(name: "Book") { kind name interfaces { name } fields { name type { kind ofType { kind name } } } }
              named: __type(name: "Named") { kind possibleTypes { name } ofType { name } }
              none: __type(name: "Nothing") { name } }
            """
        )
        #expect(response["errors"] == nil)
        #expect(response["data"]?["__type"]?["kind"] == "OBJECT")
        #expect(response["data"]?["__type"]?["interfaces"]?.text == #"[{"name":"Named"}]"#)
        let first = response["data"]?["__type"]?["fields"]?.arrayValue?.first
        #expect(first?.text == #"{"name":"id","type":{"kind":"NON_NULL","ofType":{"kind":"SCALAR","name":"ID"}}}"#)
        #expect(
            response["data"]?["named"]?["possibleTypes"]?.text
                == #"[{"name":"Book"},{"name":"Author"},{"name":"Vault"}]"#
        )
        #expect(response["data"]?["none"] == .null)
    }

    @Test func schemaListsItsRootsAndDirectives() async throws {
        let response = try await Library.run(
            "{ __schema { queryType { name } mutationType { name } subscriptionType { name } directives { name locations args { name defaultValue } } types { name } } }"
        )
        let schema = response["data"]?["__schema"]
        #expect(schema?["queryType"]?["name"] == "Query")
        #expect(schema?["mutationType"]?["name"] == "Mutation")
        #expect(schema?["subscriptionType"] == .null)
        let directives = schema?["directives"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
        #expect(Set(["include", "skip", "deprecated", "specifiedBy", "oneOf", "secret"]).isSubset(of: Set(directives)))
        let types = schema?["types"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
        #expect(Set(["Book", "Named", "Int", "__Type", "__DirectiveLocation"]).isSubset(of: Set(types)))
    }
}
