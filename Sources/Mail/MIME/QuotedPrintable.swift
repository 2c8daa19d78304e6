/// Quoted-printable (RFC 2045, section 6.7): text that is mostly ASCII stays readable, and no line is long.
enum QuotedPrintable {
    private static let maximumLineLength = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Line feeds become CRLF. Carriage returns of the text are dropped.
    static func encode(_ text: String) -> String {
        var output: [UInt8] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            encode(line: line.filter { $0 != UInt8(ascii: "\r") }, to: &output)
            output += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func encode(line: [UInt8], to output: inout [UInt8]) {
        var length = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let unit = isLiteral(byte, isLast: isLast) ? [byte] : escaped(byte)
            // One place is kept for the "=" of a soft line break.
            if length + unit.count > maximumLineLength - 1 {
                output += Array("=\r\n".utf8)
                length = 0
            }
            output += unit
            length += unit.count
        }
    }

    /// White space at the end of a line would be lost on its way.
    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case UInt8(ascii: "="): false
        default: (33...126).contains(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
