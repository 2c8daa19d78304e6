import JSON

/// A value literal as the language writes it, on one line: `{ name: "x", tags: [1, 2] }`.
enum LiteralText {
    static func text(of value: Int32, document: Document) -> String {
        switch document.values[Int(value)].kind {
        case .variable(let name): "$\(document.text(name))"
        case .int(let range), .float(let range): document.number(range)
        case .string(let index): JSONValue.string(document.strings[Int(index)].text).text
        case .boolean(let truth): truth ? "true" : "false"
        case .null: "null"
        case .enumeration(let name): document.text(name)
        case .list(let items):
            "[\(items.indices.map { text(of: Int32($0), document: document) }.joined(separator: ", "))]"
        case .object(let fields): text(of: fields, document: document)
        }
    }

    private static func text(of fields: NodeRange, document: Document) -> String {
        if fields.isEmpty { return "{}" }
        let parts = document.objectFields[fields.indices].map { field in
            "\(document.text(field.name)): \(text(of: field.value, document: document))"
        }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
