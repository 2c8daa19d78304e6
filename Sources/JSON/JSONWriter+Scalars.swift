/// Numbers, truth values and null.
extension JSONWriter {
    /// Writes `null`.
    @inlinable @inline(__always)
    public mutating func writeNull() { append("null") }

    /// Writes `true` or `false`.
    @inlinable @inline(__always)
    public mutating func writeBool(_ value: Bool) {
        if value { append("true") } else { append("false") }
    }

    /// Writes a decimal integer.
    @inlinable
    public mutating func writeInt(_ value: Int64) {
        reserve(20)
        var magnitude = value.magnitude
        if value < 0 {
            storage.storeBytes(of: UInt8(ascii: "-"), toByteOffset: length, as: UInt8.self)
            length &+= 1
        }
        length &+= Self.decimalDigits(magnitude)
        var position = length
        repeat {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
            position &-= 1
            storage.storeBytes(
                of: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: remainder),
                toByteOffset: position,
                as: UInt8.self
            )
            magnitude = quotient
        } while magnitude > 0
    }

    @usableFromInline @inline(__always)
    static func decimalDigits(_ magnitude: UInt64) -> Int {
        var digits = 1
        var limit: UInt64 = 10
        while magnitude >= limit {
            digits &+= 1
            if digits == 20 { break }
            limit &*= 10
        }
        return digits
    }

    /// Writes the shortest decimal that reads back as the same number, in the form of ECMAScript's JSON.stringify:
    /// integral values without a fraction, exponents below 1e-6 and from 1e21. JSON has no NaN or infinity: null.
    public mutating func writeDouble(_ value: Double) {
        if value.magnitude < 9_007_199_254_740_992, value == Double(Int64(value)) {
            writeInt(Int64(value))
        } else if value.isFinite {
            append(ShortestDecimal(value).ecmaScriptBytes)
        } else {
            writeNull()
        }
    }

    /// Writes any value, members in their order.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: writeNull()
        case .bool(let truth): writeBool(truth)
        case .int(let number): writeInt(number)
        case .double(let number): writeDouble(number)
        case .string(let text): writeString(text)
        case .array(let items): write(items)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ items: [JSONValue]) {
        append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(item)
        }
        append(UInt8(ascii: "]"))
    }

    /// Writes an object, members in their order.
    public mutating func write(_ object: JSONObject) {
        append(UInt8(ascii: "{"))
        for (index, member) in object.members.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            writeString(member.key)
            append(UInt8(ascii: ":"))
            write(member.value)
        }
        append(UInt8(ascii: "}"))
    }
}
