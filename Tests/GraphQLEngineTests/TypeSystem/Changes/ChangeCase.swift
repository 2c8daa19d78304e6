import GraphQLEngine
import Testing

/// Two versions of a schema and the changes between them, each as `TYPE: description`.
struct ChangeCase: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let changes: [String]

    init(_ old: String, _ new: String, _ changes: String...) {
        self.old = old
        self.new = new
        self.changes = changes
    }

    var testDescription: String { "\(old) → \(new)" }

    func found() throws -> [String] {
        let root = "type Query { root: Boolean } "
        let old = try Schema.build(Document.parse(Source(root + old)))
        let new = try Schema.build(Document.parse(Source(root + new)))
        return old.changes(to: new).map { "\($0.type.rawValue): \($0.description)" }
    }
}
