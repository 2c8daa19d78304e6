/// Strings in double quotes.
///
/// Source: GraphQL specification, section 2.10.4 "String Value".
enum QuotedString {
    /// The literal of a text: quotes, backslashes and control characters escaped.
    static func printed(_ text: String) -> String {
        var literal = String.UnicodeScalarView()
        literal.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                literal.append("\\")
                literal.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
                literal.append(contentsOf: escapeSequence(scalar).unicodeScalars)
            default:
                literal.append(scalar)
            }
        }
        literal.append("\"")
        return String(literal)
    }

    private static func escapeSequence(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\u{8}": return "\\b"
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\u{C}": return "\\f"
        case "\r": return "\\r"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
