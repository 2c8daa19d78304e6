/// The name of one request in answers and logs.
enum RequestID {
    private static let maximumLength = 64

    /// What the client or a proxy named it, when that is `[A-Za-z0-9._-]{1,64}`; else a new one.
    static func choose(_ given: String?) -> String {
        guard let given, (1...maximumLength).contains(given.utf8.count), given.utf8.allSatisfy(isAllowed) else {
            return make()
        }
        return given
    }

    /// 16 random hexadecimal digits.
    private static func make() -> String {
        var bits = UInt64.random(in: .min ... .max)
        return String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: bits & 15)
                buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                bits >>= 4
            }
            return 16
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
