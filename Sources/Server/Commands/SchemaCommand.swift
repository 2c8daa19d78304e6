import ArgumentParser
import Schema

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The API's schema.",
        subcommands: [Print.self]
    )

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the schema in GraphQL's schema language.")

        func run() async throws {
            print(rollcallSchemaText, terminator: "")
        }
    }
}
