import FoundationEssentials
import JSON
import TestProcesses

/// A directory of Tests/Golden: `query.graphql`, `variables.json`, and what they led to, `response.json` and `sql.txt`.
struct GoldenCase {
    static let directory = Repository.path + "/Tests/Golden"
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    /// `area/case`.
    let name: String

    func query() throws -> String {
        try text("query.graphql")
    }

    func variables() throws -> JSONObject {
        let bytes = Array(try text("variables.json").utf8)
        return try JSONReader().read(bytes).objectValue ?? JSONObject()
    }

    /// The text of one of the files; empty where it was never written.
    func expected(_ file: String) -> String {
        (try? text(file)) ?? ""
    }

    func write(_ text: String, to file: String) throws {
        try text.write(toFile: path(file), atomically: true, encoding: .utf8)
    }

    private func path(_ file: String) -> String { "\(Self.directory)/\(name)/\(file)" }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: path(file), encoding: .utf8)
    }
}

extension GoldenFixture.Outcome {
    /// How often the database was asked, and for what.
    var sql: String {
        let texts = statements.map { "\n-- \($0.name)\n\($0.sql)\n" }
        return "-- \(statements.count) statements, \(roundTrips) round trips\n" + texts.joined()
    }
}

extension JSONValue {
    /// The value as JSON text over several lines, without an end of line at its end.
    func indented(by depth: Int = 0) -> String {
        let indent = String(repeating: "  ", count: depth + 1)
        let end = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .array(let items) where !items.isEmpty:
            let lines = items.map { indent + $0.indented(by: depth + 1) }
            return "[\n" + lines.joined(separator: ",\n") + end + "]"
        case .object(let members) where members.count > 0:
            let lines = members.map { member in
                indent + JSONValue.string(member.key).text + ": " + member.value.indented(by: depth + 1)
            }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        default: return text
        }
    }
}
