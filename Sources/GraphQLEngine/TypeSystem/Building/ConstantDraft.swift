/// A literal without variables: a default value or an argument of an applied directive.
struct ConstantDraft {
    indirect enum Kind {
        case null
        case boolean(Bool)
        /// The digits as written.
        case int(String)
        case float(String)
        case string(String)
        case enumeration(String)
        case list([ConstantDraft])
        case object([ConstantFieldDraft])
        case variable(String)
    }

    let kind: Kind
    let offset: Int32?

    /// The literal in the language's syntax, block strings as plain strings.
    var text: String {
        switch kind {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .int(let digits), .float(let digits): digits
        case .string(let text): QuotedString.printed(text)
        case .enumeration(let name): name
        case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
        case .object(let fields): Self.text(fields)
        case .variable(let name): "$" + name
        }
    }

    private static func text(_ fields: [ConstantFieldDraft]) -> String {
        fields.isEmpty
            ? "{}" : "{ " + fields.map { "\($0.name.text): \($0.value.text)" }.joined(separator: ", ") + " }"
    }
}

/// A named literal: a field of an object value, or an argument.
struct ConstantFieldDraft {
    let name: DraftName
    let value: ConstantDraft
}
