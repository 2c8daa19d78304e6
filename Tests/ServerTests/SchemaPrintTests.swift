import Testing

@testable import Server

@Suite struct SchemaPrintTests {
    @Test func keepsTheDirectivesOnDefinitions() throws {
        let text = "directive @tag(name: String) on OBJECT\n\ntype Query @tag(name: \"a\") {\n  b: Int\n  a: Int\n}"
        #expect(try SchemaPrint.run([file("a.graphql", text)], sorts: false) == ToolResult(text))
    }

    @Test func joinsFilesAndSorts() throws {
        let files = [
            file("a.graphql", "type Query { b: Int }"), file("b.graphql", "extend type Query { a: A } scalar A"),
        ]
        let expected = "scalar A\n\ntype Query {\n  a: A\n  b: Int\n}"
        #expect(try SchemaPrint.run(files, sorts: true) == ToolResult(expected))
    }

    @Test func refusesASchemaThatIsNotValid() {
        let problem = Problem(place: "a.graphql:1:17", message: "Unknown type \"B\".")
        #expect(throws: ToolFailure.invalidSchema(Problems(items: [problem]))) {
            try SchemaPrint.run([file("a.graphql", "type Query { a: B }")], sorts: false)
        }
    }

    @Test func printsAnIntrospectionResultAsASchemaDocument() throws {
        let text = """
            {"__schema": {"queryType": {"name": "Query"}, "types": [
              {"kind": "OBJECT", "name": "Query", "interfaces": [], "fields": [
                {"name": "a", "args": [], "type": {"kind": "SCALAR", "name": "String"}}]},
              {"kind": "SCALAR", "name": "String"}, {"kind": "SCALAR", "name": "Boolean"}], "directives": [
              {"name": "skip", "locations": ["FIELD"], "args": [
                {"name": "if", "type": {"kind": "NON_NULL", "ofType": {"kind": "SCALAR", "name": "Boolean"}}}]}]}}
            """
        let expected = ToolResult("type Query {\n  a: String\n}")
        #expect(try SchemaPrint.run([file("schema.json", text)], sorts: false) == expected)
    }

    @Test func printsRollcallsOwnSchemaSorted() throws {
        let result = try SchemaPrint.run([SchemaPrint.ownSchema], sorts: true)
        #expect(result.output.contains("directive @can("))
        #expect(result.output.contains("@can(permission:"))
    }
}
