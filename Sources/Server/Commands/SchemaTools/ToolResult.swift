import ArgumentParser

/// What a tool has to say, and how it ends.
struct ToolResult: Equatable {
    /// Standard output, without the last line feed.
    let output: String
    let exitCode: Int32

    init(_ output: String, exitCode: Int32 = 0) {
        self.output = output
        self.exitCode = exitCode
    }

    /// One line per problem and their number, with exit code 1; the given line where there are none.
    init(_ problems: [Problem], otherwise line: String) {
        if problems.isEmpty {
            self.init(line)
        } else {
            let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
            self.init((problems.map(\.description) + [count]).joined(separator: "\n"), exitCode: 1)
        }
    }

    /// Runs a tool, shows what it has to say and ends the command with its exit code.
    static func showing(_ tool: () throws(ToolFailure) -> ToolResult) throws {
        let result: ToolResult
        do throws(ToolFailure) {
            result = try tool()
        } catch {
            error.lines.forEach(Console.showError)
            throw ExitCode(error.exitCode)
        }
        Console.show(result.output)
        if result.exitCode != 0 { throw ExitCode(result.exitCode) }
    }
}
