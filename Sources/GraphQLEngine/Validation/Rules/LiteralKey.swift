import JSON

/// A text that is the same for two literals exactly when GraphQL.js takes them for the same value.
///
/// It is the JSON that GraphQL.js compares, whose length also decides whether a message shows the literal.
enum LiteralKey {
    /// - Parameter variables: gets the symbols of the variables in the literal.
    static func text(of value: Int32, _ document: Document, variables: inout [Int32]) -> String {
        switch document.values[Int(value)].kind {
        case .variable(let name):
            variables.append(name.symbol)
            return "[\"Variable\",\"\(document.text(name))\"]"
        case .int(let range): return "[\"IntValue\",\"\(document.number(range))\"]"
        case .float(let range): return "[\"FloatValue\",\"\(document.number(range))\"]"
        case .string(let index):
            let string = document.strings[Int(index)]
            return "[\"StringValue\",\(JSONValue.string(string.text).text),\(string.isBlock)]"
        case .boolean(let truth): return "[\"BooleanValue\",\(truth)]"
        case .null: return "[\"NullValue\",null]"
        case .enumeration(let name): return "[\"EnumValue\",\"\(document.text(name))\"]"
        case .list(let items):
            let texts = items.indices.map { text(of: Int32($0), document, variables: &variables) }
            return "[\"ListValue\",[\(texts.joined(separator: ","))]]"
        case .object(let fields): return text(of: fields, document, variables: &variables)
        }
    }

    /// The fields by name; those with one name stay in their order.
    private static func text(of fields: NodeRange, _ document: Document, variables: inout [Int32]) -> String {
        let named = document.objectFields[fields.indices].map { (document.text($0.name), $0.value) }
        let texts = named.enumerated().sorted { left, right in
            left.element.0 == right.element.0 ? left.offset < right.offset : left.element.0 < right.element.0
        }.map { "[\"\($0.element.0)\",\(text(of: $0.element.1, document, variables: &variables))]" }
        return "[\"ObjectValue\",[\(texts.joined(separator: ","))]]"
    }
}
