import Testing

@testable import Server

@Suite struct DocumentCheckTests {
    private func check(
        _ files: [NamedText],
        reportsDeprecated: Bool = false,
        joinsFiles: Bool = false
    ) throws -> ToolResult {
        let schema = try GivenSchema.build([file("s", "type Query { name: String old: Int @deprecated }")])
        return DocumentCheck(schema: schema, reportsDeprecated: reportsDeprecated, joinsFiles: joinsFiles).run(files)
    }

    @Test func saysThatAllIsWell() throws {
        #expect(try check([file("a.graphql", "{ name old }")]) == ToolResult("No problems (files: 1)."))
    }

    @Test func takesEachFileAsADocument() throws {
        let result = try check([file("a.graphql", "{ nam }"), file("b.graphql", "{ name }"), file("c.graphql", "{")])
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "a.graphql:1:3: Cannot query field \"nam\" on type \"Query\". Did you mean \"name\"?")
        #expect(lines[1].hasPrefix("c.graphql:1:2: Syntax Error: "))
        #expect(result.exitCode == 1)
    }

    @Test func sharesFragmentsBetweenJoinedFiles() throws {
        let files = [file("a.graphql", "query A { ...F }"), file("b.graphql", "\nfragment F on Query { nam }")]
        #expect(try check(files).output.contains("a.graphql:1:14: Unknown fragment \"F\"."))
        let joined = try check(files, joinsFiles: true)
        #expect(joined.output.hasPrefix("b.graphql:2:23: Cannot query field \"nam\""))
        #expect(joined.output.hasSuffix("\n1 problem"))
    }

    @Test func reportsWhatIsDeprecatedWhenAsked() throws {
        let result = try check([file("a.graphql", "{ old }")], reportsDeprecated: true)
        let message = "The field Query.old is deprecated. No longer supported"
        #expect(result == ToolResult("a.graphql:1:3: \(message)\n1 problem", exitCode: 1))
    }
}
