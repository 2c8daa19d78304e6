import FoundationEssentials

/// The free text of a header: as it is when it is short and plain, else in encoded words (RFC 2047). Neither can end
/// the header.
enum HeaderText {
    private static let maximumPlainLength = 60
    /// A line with an encoded word has at most 76 characters, 12 of which are `=?UTF-8?B?` and `?=`, and some the name
    /// of the header.
    private static let maximumWordBytes = 39

    static func encode(_ text: String) -> String {
        let line = singleLine(text)
        if isPlain(line) { return line }
        return chunks(line).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// Control characters become spaces.
    private static func singleLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(line)
    }

    /// Letters, digits and spaces, and punctuation that means nothing in any header.
    private static func isPlain(_ line: String) -> Bool {
        line.utf8.count <= maximumPlainLength && line.first != " " && line.last != " "
            && line.utf8.allSatisfy { byte in
                switch UInt8(byte) {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// No character is divided, as each word is decoded by itself.
    private static func chunks(_ line: String) -> [String] {
        var chunks: [String] = [""]
        for scalar in line.unicodeScalars {
            if chunks[chunks.count - 1].utf8.count + scalar.utf8.count > maximumWordBytes { chunks.append("") }
            chunks[chunks.count - 1].unicodeScalars.append(scalar)
        }
        return chunks
    }
}

extension Unicode.Scalar {
    fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
