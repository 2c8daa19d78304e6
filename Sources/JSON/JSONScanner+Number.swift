/// Numbers (RFC 8259, section 6).
extension JSONScanner {
    mutating func scanNumber() throws(JSONError) -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let leadingZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
        let digits = try scanDigits()
        guard !leadingZero || digits == 1 else { throw JSONError(reason: .invalidNumber, byteOffset: start) }
        let isInteger = try !scanFractionAndExponent()
        let literal = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        if isInteger, let number = Self.integer(literal) { return .int(number) }
        guard let number = Double(String(decoding: literal, as: UTF8.self)), number.isFinite else {
            throw JSONError(reason: .numberOutOfRange, byteOffset: start)
        }
        return .double(number)
    }

    /// Whether there was a fraction or an exponent.
    private mutating func scanFractionAndExponent() throws(JSONError) -> Bool {
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            _ = try scanDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            _ = try scanDigits()
        }
        return position > start
    }

    private mutating func scanDigits() throws(JSONError) -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        if position == start { throw failure(position < bytes.count ? .invalidNumber : .unexpectedEnd) }
        return position - start
    }

    /// Nil when the number does not fit 64 bits.
    private static func integer(_ literal: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = literal[0] == UInt8(ascii: "-")
        var magnitude: Int64 = 0
        for byte in literal.dropFirst(isNegative ? 1 : 0) {
            let (product, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            // Counted below zero, so that Int64.min is reached.
            let (difference, underflows) = product.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            if overflows || underflows { return nil }
            magnitude = difference
        }
        return isNegative ? magnitude : (magnitude == .min ? nil : -magnitude)
    }
}
