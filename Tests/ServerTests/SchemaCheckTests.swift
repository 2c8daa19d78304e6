import Testing

@testable import Server

@Suite struct SchemaCheckTests {
    @Test func countsWhatAValidSchemaDefines() {
        let result = SchemaCheck.run([file("a.graphql", "directive @tag on OBJECT type Query @tag { a: Int }")])
        #expect(result == ToolResult("The schema is valid (types: 1, directives: 1)."))
    }

    @Test func namesTheFileAndThePlaceInIt() {
        let result = SchemaCheck.run([
            file("query.graphql", "type Query {\n  user: User\n}"),
            file("user.graphql", "# people\ntype User {\n  name: Strin\n}\n"),
        ])
        let expected = "user.graphql:3:9: Unknown type \"Strin\". Did you mean \"String\"?\n1 problem"
        #expect(result == ToolResult(expected, exitCode: 1))
    }

    @Test func namesAllPlacesOfAnError() {
        let result = SchemaCheck.run([
            file("a.graphql", "type Query { a: Int }"), file("b.graphql", "\n  type Query { b: Int }"),
        ])
        let expected = """
            a.graphql:1:6: There can be only one type named "Query".
              b.graphql:2:8: here too
            1 problem
            """
        #expect(result == ToolResult(expected, exitCode: 1))
    }

    @Test func reportsTheSyntaxErrorsOfAllFiles() {
        let result = SchemaCheck.run([
            file("a.graphql", "type Query {\n  a: \"open\n}"), file("b.graphql", "type {"),
            file("c.graphql", "scalar C"),
        ])
        let expected = """
            a.graphql:2:11: Syntax Error: Unterminated string.
            b.graphql:1:6: Syntax Error: Expected Name, found "{".
            2 problems
            """
        #expect(result == ToolResult(expected, exitCode: 1))
    }

    @Test func findsWhatTheTypeSystemForbids() {
        let result = SchemaCheck.run([file("a.graphql", "type Query { a: In }\ninput In { x: Int }")])
        let message = "The type of Query.a must be Output Type but got: In."
        #expect(result == ToolResult("a.graphql:1:17: \(message)\n1 problem", exitCode: 1))
    }

    @Test func reportsThePlaceAsTheFileWhereThereIsNoOther() {
        let result = SchemaCheck.run([file("a.graphql", "scalar A"), file("b.graphql", "scalar B")])
        #expect(result == ToolResult("a.graphql, b.graphql: Query root type must be provided.\n1 problem", exitCode: 1))
    }

    @Test func readsAnIntrospectionResult() {
        let text = """
            {"data": {"__schema": {"queryType": {"name": "Query"}, "directives": [], "types": [
              {"kind": "OBJECT", "name": "Query", "interfaces": [], "fields": [
                {"name": "a", "args": [], "type": {"kind": "SCALAR", "name": "String"}}]},
              {"kind": "SCALAR", "name": "String"}]}}}
            """
        #expect(SchemaCheck.run([file("schema.json", text)]).exitCode == 0)
        #expect(SchemaCheck.run([file("schema.json", text), file("a.graphql", "scalar A")]).exitCode == 1)
        #expect(SchemaCheck.run([file("schema.json", "{\"data\": 1")]).output.hasPrefix("schema.json: "))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func countsLinesHoweverTheyEnd(_ end: String) {
        let first = ["type Query {", "  a: Int", "}"].joined(separator: end) + end
        let result = SchemaCheck.run([file("a.graphql", first), file("b.graphql", "# b\(end)type T { t: X }")])
        #expect(result.output.hasPrefix("b.graphql:2:13: Unknown type \"X\"."))
    }
}
