import GraphQLEngine
import JSON

/// Tells what has changed between two versions of a schema.
struct SchemaDifference {
    /// The least critical change that makes the exit code 1.
    let failsAt: ChangeLevel
    /// The least critical change that is listed.
    let showsFrom: ChangeLevel
    /// Whether the output is JSON.
    let writesJSON: Bool

    func run(from old: Schema, to new: Schema) -> ToolResult {
        let changes = old.changes(to: new)
        let hasFailed = changes.contains { failsAt.includes($0.criticality) }
        let listed = SchemaDifference.ordered(changes.filter { showsFrom.includes($0.criticality) })
        let output = writesJSON ? SchemaDifference.json(listed) : SchemaDifference.text(listed, of: changes)
        return ToolResult(output, exitCode: hasFailed ? 1 : 0)
    }

    /// The most critical first; the order among equals stays.
    private static func ordered(_ changes: [SchemaChange]) -> [SchemaChange] {
        SchemaChange.Criticality.allCases.sorted(by: >).flatMap { level in changes.filter { $0.criticality == level } }
    }

    private static func text(_ listed: [SchemaChange], of changes: [SchemaChange]) -> String {
        let lines = listed.map { "\($0.criticality.rawValue) \($0.type.rawValue): \($0.description)" }
        let levels = SchemaChange.Criticality.allCases.sorted(by: >)
        let counts = levels.map { level in
            "\(level.rawValue.lowercased()): \(changes.count { $0.criticality == level })"
        }
        return (lines + [counts.joined(separator: ", ")]).joined(separator: "\n")
    }

    private static func json(_ changes: [SchemaChange]) -> String {
        let items = changes.map { change in
            JSONValue.object([
                "criticality": .string(change.criticality.rawValue), "type": .string(change.type.rawValue),
                "description": .string(change.description),
            ])
        }
        return JSONValue.array(items).text
    }
}
