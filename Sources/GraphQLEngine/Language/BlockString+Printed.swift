extension BlockString {
    /// The literal of a text, on lines of its own where that reads better or is needed.
    ///
    /// Not every text survives as a block string: see ``isPrintable(_:)``.
    ///
    /// - Parameter isMinimal: whether only those line breaks are added that are needed.
    static func printed(_ text: String, isMinimal: Bool = false) -> String {
        let bytes = Array(text.utf8)
        let escaped = escapingTripleQuotes(bytes)
        let lines = escaped.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        let isSingleLine = lines.count == 1
        // Without a line break first, the indentation of the other lines would be taken for common indentation.
        let needsLeadingBreak =
            !isSingleLine && lines.dropFirst().allSatisfy { $0.first.map(isWhiteSpace) ?? true }
        let endsWithTripleQuote = escaped.count > 3 && escaped.suffix(4).elementsEqual([backslash] + tripleQuote)
        let needsTrailingBreak = bytes.last == backslash || (bytes.last == tripleQuote[0] && !endsWithTripleQuote)
        let isLong = text.utf16.count > 70
        let hasOwnLines = !isMinimal && (!isSingleLine || isLong || needsTrailingBreak || endsWithTripleQuote)
        let startsIndented = isSingleLine && (bytes.first.map(isWhiteSpace) ?? false)
        let opening = (hasOwnLines && !startsIndented) || needsLeadingBreak ? "\"\"\"\n" : "\"\"\""
        return opening + String(decoding: escaped, as: UTF8.self)
            + (hasOwnLines || needsTrailingBreak ? "\n\"\"\"" : "\"\"\"")
    }

    /// Whether the literal of ``printed(_:)`` stands for the same text: no blank first or last line, no
    /// control characters, and no indentation that all lines but the first share.
    static func isPrintable(_ text: String) -> Bool {
        var isEmptyLine = true
        var hasIndentation = false
        var hasCommonIndentation = true
        var hasLines = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                if isEmptyLine, !hasLines { return false }
                (hasLines, isEmptyLine, hasIndentation) = (true, true, false)
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                hasIndentation = hasIndentation || isEmptyLine
            case 0..<0x10:
                return false
            default:
                hasCommonIndentation = hasCommonIndentation && hasIndentation
                isEmptyLine = false
            }
        }
        return text.isEmpty || !(isEmptyLine || (hasCommonIndentation && hasLines))
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func escapingTripleQuotes(_ bytes: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: tripleQuote) {
                escaped.append(backslash)
                escaped.append(contentsOf: tripleQuote)
                index += 3
            } else {
                escaped.append(bytes[index])
                index += 1
            }
        }
        return escaped
    }
}
