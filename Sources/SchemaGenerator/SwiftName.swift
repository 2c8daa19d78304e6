/// Swift identifiers for names of the schema.
enum SwiftName {
    /// `CLOCK_IN` as `clockIn`.
    static func enumCase(_ name: String) -> String {
        let words = name.lowercased().split(separator: "_")
        let camelCase = words.enumerated().map { $0 == 0 ? String($1) : capitalized(String($1)) }.joined()
        return identifier(camelCase)
    }

    /// The name of a property, parameter or case.
    static func identifier(_ name: String) -> String {
        if unusable.contains(name) { return name + "Value" }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    static func capitalized(_ name: String) -> String {
        name.prefix(1).uppercased() + name.dropFirst()
    }

    /// Names that mean something else after a dot, backticks or not.
    private static let unusable: Set<String> = ["self", "init", "Self", "Type", "Protocol"]

    private static let keywords: Set<String> = [
        "any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
        "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import", "in", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
