/// Strings (RFC 8259, section 7).
extension JSONScanner {
    /// Begins at the opening quotation mark and ends after the closing one.
    mutating func scanString() throws(JSONError) -> String {
        position += 1
        let start = position
        try skipUnescaped()
        guard bytes[position] == UInt8(ascii: "\\") else {
            return try finishString(bytes[start..<position], from: start)
        }
        var unescaped = [UInt8](bytes[start..<position])
        while bytes[position] == UInt8(ascii: "\\") {
            try scanEscape(into: &unescaped)
            let runStart = position
            try skipUnescaped()
            unescaped.append(contentsOf: bytes[runStart..<position])
        }
        let result = unescaped.withUnsafeBytes { String(validating: $0, as: UTF8.self) }
        guard let result else { throw JSONError(reason: .invalidUTF8, byteOffset: start) }
        position += 1
        return result
    }

    private mutating func finishString(
        _ content: Slice<UnsafeRawBufferPointer>,
        from start: Int
    ) throws(JSONError) -> String {
        guard let result = String(validating: UnsafeRawBufferPointer(rebasing: content), as: UTF8.self) else {
            throw JSONError(reason: .invalidUTF8, byteOffset: start)
        }
        position += 1
        return result
    }

    /// Stops at a quotation mark or a backslash.
    private mutating func skipUnescaped() throws(JSONError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            if byte < 0x20 { throw failure(.controlCharacterInString) }
            position += 1
        }
        throw failure(.unexpectedEnd)
    }

    private mutating func scanEscape(into text: inout [UInt8]) throws(JSONError) {
        guard position + 1 < bytes.count else { throw failure(.unexpectedEnd) }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position + 1])
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): return try scanUnicodeEscape(into: &text)
        default: throw failure(.invalidEscape)
        }
        position += 2
    }

    /// `\uXXXX`, or two of them for a character outside of the basic plane.
    private mutating func scanUnicodeEscape(into text: inout [UInt8]) throws(JSONError) {
        let start = position
        var scalar = try scanHexadecimal()
        if 0xD800..<0xDC00 ~= scalar {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw JSONError(reason: .loneSurrogate, byteOffset: start) }
            let low = try scanHexadecimal()
            guard 0xDC00..<0xE000 ~= low else { throw JSONError(reason: .loneSurrogate, byteOffset: start) }
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let unicode = Unicode.Scalar(scalar) else { throw JSONError(reason: .loneSurrogate, byteOffset: start) }
        text.append(contentsOf: UTF8.encode(unicode).unsafelyUnwrapped)
    }

    /// Reads `\uXXXX`.
    private mutating func scanHexadecimal() throws(JSONError) -> UInt32 {
        guard position + 6 <= bytes.count else { throw failure(.unexpectedEnd) }
        var result: UInt32 = 0
        for byte in bytes[position + 2..<position + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure(.invalidEscape)
            }
            result = result << 4 | UInt32(digit)
        }
        position += 6
        return result
    }
}
