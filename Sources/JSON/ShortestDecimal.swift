/// The shortest decimal digits that read back as a given finite number: 0.d₁d₂… × 10^pointPosition.
///
/// The digits come from the standard library's description, which promises the shortest ones.
struct ShortestDecimal {
    private var digits: [UInt8] = []
    private var pointPosition = 0
    private let isNegative: Bool

    init(_ value: Double) {
        isNegative = value < 0
        var exponent = 0
        var hasPoint = false
        let description = Array(value.magnitude.description.utf8)
        for (index, byte) in description.enumerated() {
            if byte == UInt8(ascii: ".") {
                hasPoint = true
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(decoding: description[(index + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte)
                if !hasPoint { pointPosition += 1 }
            }
        }
        pointPosition += exponent
        trimZeros()
    }

    private mutating func trimZeros() {
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        pointPosition -= leading
    }

    /// The form of ECMAScript's Number::toString (ECMA-262, section 6.1.6.1.20).
    var ecmaScriptBytes: [UInt8] {
        let sign = isNegative ? [UInt8(ascii: "-")] : []
        switch pointPosition {
        case 22...: return sign + exponential
        case digits.count...: return sign + digits + zeros(pointPosition - digits.count)
        case 1...: return sign + digits[..<pointPosition] + [UInt8(ascii: ".")] + digits[pointPosition...]
        case -5...0: return sign + Array("0.".utf8) + zeros(-pointPosition) + digits
        default: return sign + exponential
        }
    }

    private var exponential: [UInt8] {
        let exponent = pointPosition - 1
        let fraction = digits.count > 1 ? [UInt8(ascii: ".")] + digits[1...] : []
        return digits[..<1] + fraction + Array((exponent < 0 ? "e-" : "e+").utf8)
            + Array(String(exponent.magnitude).utf8)
    }

    private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "0"), count: count) }
}
