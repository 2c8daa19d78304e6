import ArgumentParser

struct SchemaDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what has changed between two versions of a schema, and whether it breaks clients.",
        discussion: """
            The exit code is 1 if there are breaking changes (see --fail-on), 65 if a schema is not valid, and 66 if a \
            file cannot be read.
            """
    )

    @Argument(help: "The old version: a file or a directory.")
    var old: String

    @Argument(help: "The new version: a file or a directory.")
    var new: String

    @Option(help: "The least critical change that makes the exit code 1.")
    var failOn = ChangeLevel.breaking

    @Option(help: "The least critical change that is listed.")
    var show = ChangeLevel.safe

    @Flag(help: "Write the changes as JSON.")
    var json = false

    func run() async throws {
        try ToolResult.showing { () throws(ToolFailure) in
            let difference = SchemaDifference(failsAt: failOn, showsFrom: show, writesJSON: json)
            return difference.run(from: try GivenSchema.read([old]), to: try GivenSchema.read([new]))
        }
    }
}

extension ChangeLevel: ExpressibleByArgument {}
