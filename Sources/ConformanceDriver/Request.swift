import GraphQLEngine
import JSON

/// One line of input.
struct Request {
    /// Repeated in the answer.
    let id: JSONValue
    /// The member `op`.
    let operation: String
    let members: JSONObject
    private let options: JSONObject

    init?(_ value: JSONValue) {
        guard let members = value.objectValue, let operation = members["op"]?.stringValue else { return nil }
        id = members["id"] ?? .null
        self.operation = operation
        self.members = members
        options = members["options"]?.objectValue ?? JSONObject()
    }

    /// A member that the operation cannot do without.
    func text(_ name: String) throws(Failure) -> String {
        guard let text = members[name]?.stringValue else { throw Failure(internalError: "“\(name)” is missing.") }
        return text
    }

    /// A member that is a list of texts, nil when it is absent.
    func texts(_ name: String) -> [String]? {
        members[name]?.arrayValue?.compactMap(\.stringValue)
    }

    /// Whether an option is there and true.
    func isOn(_ option: String) -> Bool {
        flag(option) ?? false
    }

    /// An option that is true or false, nil when it is absent.
    func flag(_ option: String) -> Bool? {
        options[option]?.boolValue
    }

    /// An option that is a number, nil when it is absent.
    func number(_ option: String) -> Int? {
        options[option]?.intValue.map { Int($0) }
    }
}

extension Request {
    /// The options of the parser.
    var parserOptions: ParserOptions {
        ParserOptions(
            maximumTokens: number("maxTokens"),
            maximumLexicalTokens: number("maxLexicalTokens"),
            maximumComments: number("maxComments"),
            maximumSourceLength: number("maxSourceLength"),
            allowsFragmentArguments: isOn("experimentalFragmentArguments"),
            allowsEmptySelectionSets: flag("allowEmptySelectionSets") ?? true
        )
    }

    /// The options of the validation.
    var validationOptions: ValidationOptions {
        ValidationOptions(
            maximumErrors: number("maxErrors") ?? 100,
            hidesSuggestions: isOn("hideSuggestions"),
            rules: texts("rules").map { $0.compactMap(ValidationRule.init(name:)) } ?? ValidationRule.specified
        )
    }
}
