/// Source: GraphQL specification, section 2.10.4 "String Value", EscapedUnicode and EscapedCharacter.
extension Lexer {
    /// The scalar of the escape sequence whose backslash is at the position.
    mutating func scanEscape() throws(SyntaxError) -> Unicode.Scalar {
        guard byte(at: position + 1) == UInt8(ascii: "u") else { return try scanEscapedCharacter() }
        return byte(at: position + 2) == UInt8(ascii: "{")
            ? try scanVariableWidthEscape() : try scanFixedWidthEscape()
    }

    private mutating func scanEscapedCharacter() throws(SyntaxError) -> Unicode.Scalar {
        let scalar: Unicode.Scalar
        switch byte(at: position + 1) {
        case UInt8(ascii: "\""): scalar = "\""
        case UInt8(ascii: "\\"): scalar = "\\"
        case UInt8(ascii: "/"): scalar = "/"
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        default: throw invalidEscape("character", codeUnits: 2)
        }
        position += 2
        return scalar
    }

    /// `\u{…}` with one to eight digits.
    private mutating func scanVariableWidthEscape() throws(SyntaxError) -> Unicode.Scalar {
        var point: Int32 = 0
        var size = 3
        while size < 12 {
            let byte = byte(at: position + size)
            size += 1
            if byte == UInt8(ascii: "}") {
                guard size >= 5, let scalar = Unicode.Scalar(UInt32(point)) else { break }
                position += size
                return scalar
            }
            point = (point << 4) | Lexer.hexadecimalDigit(byte)
            if point < 0 { break }
        }
        throw invalidEscape("Unicode", codeUnits: size)
    }

    /// `\uXXXX`, or two of them that make a surrogate pair.
    private mutating func scanFixedWidthEscape() throws(SyntaxError) -> Unicode.Scalar {
        let code = hexadecimalCode(at: position + 2)
        if code >= 0, let scalar = Unicode.Scalar(UInt32(code)) {
            position += 6
            return scalar
        }
        if (0xD800...0xDBFF).contains(code), byte(at: position + 6) == UInt8(ascii: "\\"),
            byte(at: position + 7) == UInt8(ascii: "u")
        {
            let trailing = hexadecimalCode(at: position + 8)
            if (0xDC00...0xDFFF).contains(trailing),
                let scalar = Unicode.Scalar(UInt32(0x10000 + ((code - 0xD800) << 10) + (trailing - 0xDC00)))
            {
                position += 12
                return scalar
            }
        }
        throw invalidEscape("Unicode", codeUnits: 6)
    }

    /// The number of four hexadecimal digits, negative if one of them is none.
    private func hexadecimalCode(at index: Int) -> Int32 {
        Lexer.hexadecimalDigit(byte(at: index)) << 12 | Lexer.hexadecimalDigit(byte(at: index + 1)) << 8
            | Lexer.hexadecimalDigit(byte(at: index + 2)) << 4 | Lexer.hexadecimalDigit(byte(at: index + 3))
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> Int32 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int32(byte - UInt8(ascii: "a") + 10)
        default: -1
        }
    }

    private func invalidEscape(_ kind: String, codeUnits: Int) -> SyntaxError {
        // Four bytes hold every scalar, so that this much of the source has enough code units.
        let excerpt = bytes.text(position..<min(bytes.count, position + 4 * codeUnits))
        var sequence = String.UnicodeScalarView()
        var count = 0
        for scalar in excerpt.unicodeScalars where count < codeUnits {
            sequence.append(scalar)
            count += UTF16.width(scalar)
        }
        return failure("Invalid \(kind) escape sequence: \"\(String(sequence))\".", at: position)
    }
}
