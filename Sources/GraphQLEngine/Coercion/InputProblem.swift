/// What is wrong with a part of an input value.
struct InputProblem {
    let reason: String
    /// Where the part stands in the whole value.
    let path: [PathSegment]
    /// Where it stands in the document; nil for values of variables.
    let offset: Int32?

    /// The path as messages show it, ` at .items[0]`, or an empty text for the whole value.
    var place: String {
        path.isEmpty ? "" : " at " + path.map(InputProblem.text).joined()
    }

    private static func text(_ segment: PathSegment) -> String {
        switch segment {
        case .key(let key): ".\(key)"
        case .index(let index): "[\(index)]"
        }
    }
}

/// The reasons that values of variables and literals share, worded as GraphQL.js words them.
enum InputReason {
    static func null(_ type: String) -> String {
        "Expected value of non-null type \"\(type)\" not to be null."
    }

    static func notObject(_ type: NamedType, found: String) -> String {
        "Expected value of type \"\(type.name)\" to be an object, found: \(found)."
    }

    static func missingField(_ field: String, of type: NamedType, found: String) -> String {
        "Expected value of type \"\(type.name)\" to include required field \"\(field)\", found: \(found)."
    }

    static func unknownField(_ field: String, of type: NamedType, found: String, hidesSuggestions: Bool) -> String {
        let suggestion = hidesSuggestions ? "" : Suggestion.text(for: field, among: type.inputFields.map(\.name))
        let end = suggestion.isEmpty ? ", found: \(found)." : ".\(suggestion) Found: \(found)."
        return "Expected value of type \"\(type.name)\" not to include unknown field \"\(field)\"\(end)"
    }

    static func oneOf(_ type: NamedType) -> String {
        "Within OneOf Input Object type \"\(type.name)\", exactly one field must be specified,"
            + " and the value for that field must be non-null."
    }

    static func unknownEnumValue(_ text: String, of type: NamedType, hidesSuggestions: Bool) -> String {
        "Value \"\(text)\" does not exist in \"\(type.name)\" enum."
            + suggestion(text, type, hidesSuggestions)
    }

    /// - Parameter expected: `string` for values of variables, `enum` for literals.
    static func notEnumValue(_ text: String, of type: NamedType, expected: String, hidesSuggestions: Bool) -> String {
        "Enum \"\(type.name)\" cannot represent non-\(expected) value: \(text)."
            + suggestion(text, type, hidesSuggestions)
    }

    private static func suggestion(_ text: String, _ type: NamedType, _ isHidden: Bool) -> String {
        isHidden ? "" : Suggestion.text(for: text, among: type.enumValues.map(\.name), kind: "the enum value")
    }
}
