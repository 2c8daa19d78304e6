import FoundationEssentials
import JSON
import TestProcesses
import Testing

/// The conformance driver as its suite runs it: lines in, lines out.
@Suite struct ConformanceDriverTests {
    private func answers(_ lines: [String]) throws -> [JSONValue] {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let input = "\(directory.path)/input"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: input))
        let program = Repository.program("rollcall-conformance")
        let process = try ChildProcess(program, [], environment: [:], directory: directory.path, input: input)
        let exit = try process.waitForExit()
        #expect(exit.code == 0)
        return try exit.output.split(separator: "\n").map { try JSONReader().read(Array($0.utf8)) }
    }

    @Test func answersEachLineInOrder() throws {
        let answers = try answers([
            #"{"id":"a","op":"parse","source":"query Q($a:Int=1){a(b:$a)}"}"#,
            #"{"id":"b","op":"parse","source":"{ a( }"}"#,
            #"{"id":"c","op":"execute","schema":"type Query { a: Int }","document":"{ a }","root":{"a":1}}"#,
            #"{"id":"d","op":"somethingElse"}"#,
        ])
        #expect(answers[0] == ["id": "a", "ok": true, "printed": "query Q($a: Int = 1) {\n  a(b: $a)\n}"])
        #expect(answers[1]["errors"]?.arrayValue?.first?["locations"] == [["line": 1, "column": 6]])
        #expect(answers[2] == ["id": "c", "data": ["a": 1]])
        #expect(answers[3] == ["id": "d", "unsupported": true])
    }

    @Test func answersWhatIsNoRequest() throws {
        let answers = try answers(["no JSON", "[]", #"{"id":"a"}"#, #"{"id":"b","op":"parse"}"#])
        #expect(answers.count == 4)
        #expect(answers.allSatisfy { $0["internalError"] != nil })
    }

    @Test func staysAliveWhereInputIsDeep() throws {
        let deep = String(repeating: "{a", count: 100_000)
        let nested = String(repeating: "[", count: 100_000)
        let answers = try answers([
            #"{"id":"a","op":"parse","source":"\#(deep)"}"#, #"{"id":"b","op":"parseValue","source":"\#(nested)"}"#,
            #"{"id":"c","op":"execute","root":\#(nested)}"#,
        ])
        #expect(answers.count == 3)
    }
}
