import FoundationEssentials
import TestProcesses
import Testing

/// The schema tools as people run them, without settings or a database.
@Suite struct SchemaToolsTests {
    private func run(_ arguments: [String], files: [String: String]) throws -> ChildProcess.Exit {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: "\(directory.path)/\(name)"))
        }
        return try ChildProcess.rollcall(arguments, environment: [:], directory: directory.path)
    }

    @Test func checksASchema() throws {
        let files = ["a.graphql": "type Query { a: A }", "b.graphql": "scalar A"]
        let valid = try run(["schema", "check", "a.graphql", "b.graphql"], files: files)
        #expect(valid.code == 0)
        #expect(valid.output == "The schema is valid (types: 2, directives: 0).\n")
        let invalid = try run(["schema", "check", "a.graphql"], files: files)
        #expect(invalid.code == 1)
        #expect(invalid.output == "a.graphql:1:17: Unknown type \"A\".\n1 problem\n")
    }

    @Test func failsOnBreakingChangesOnly() throws {
        let files = ["old.graphql": "type Query { a: Int }", "new.graphql": "type Query { a: Int b: Int }"]
        let wider = try run(["schema", "diff", "old.graphql", "new.graphql"], files: files)
        #expect(wider.code == 0)
        #expect(wider.output == "SAFE FIELD_ADDED: Field Query.b was added.\nbreaking: 0, dangerous: 0, safe: 1\n")
        #expect(try run(["schema", "diff", "new.graphql", "old.graphql"], files: files).code == 1)
        let lenient = ["schema", "diff", "--fail-on", "never", "new.graphql", "old.graphql"]
        #expect(try run(lenient, files: files).code == 0)
    }

    @Test func tellsUnusableInputFromFindings() throws {
        let missing = try run(["schema", "check", "none.graphql"], files: [:])
        #expect(missing.code == 66)
        #expect(missing.errors == "rollcall: Cannot read none.graphql.\n")
        let broken = try run(["schema", "diff", "a.graphql", "a.graphql"], files: ["a.graphql": "type {"])
        #expect(broken.code == 65)
        #expect(broken.errors.hasPrefix("a.graphql:1:6: Syntax Error: "))
    }

    @Test func printsRollcallsSchemaAsItIsWritten() throws {
        let schema = try run(["schema", "print"], files: [:])
        #expect(schema.code == 0)
        let sorted = try run(["schema", "print", "--sort"], files: [:])
        #expect(sorted.code == 0)
        let again = try run(
            ["schema", "diff", "a.graphql", "b.graphql"],
            files: [
                "a.graphql": schema.output, "b.graphql": sorted.output,
            ]
        )
        #expect(again.output == "breaking: 0, dangerous: 0, safe: 0\n")
    }

    @Test func checksDocuments() throws {
        let files = ["schema.graphql": "type Query { a: Int }", "a.graphql": "{ a }", "b.graphql": "{\n  b\n}"]
        let result = try run(
            ["document", "check", "a.graphql", "b.graphql", "--schema", "schema.graphql"],
            files: files
        )
        #expect(result.code == 1)
        #expect(
            result.output
                == "b.graphql:2:3: Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?\n1 problem\n"
        )
    }
}
