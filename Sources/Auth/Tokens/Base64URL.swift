/// Base64url without padding (RFC 4648, section 5; RFC 7515, section 2), canonical only.
public enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Sixty-four values by byte; 255 for a byte that is not of the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    static func isOfAlphabet(_ byte: UInt8) -> Bool { values[Int(byte)] != 255 }

    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var pending: UInt32 = 0
        var pendingBits = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            pendingBits += 8
            while pendingBits >= 6 {
                pendingBits -= 6
                text.append(alphabet[Int(pending >> UInt32(pendingBits) & 63)])
            }
        }
        if pendingBits > 0 { text.append(alphabet[Int(pending << UInt32(6 - pendingBits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for a byte outside of the alphabet, an impossible length, or unused bits that are not zero: those would
    /// let two texts stand for the same bytes.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        // Read once: a token's bytes are hundreds.
        let values = Self.values
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var pending: UInt32 = 0
        var pendingBits = 0
        for character in text {
            let value = values[Int(character)]
            guard value != 255 else { return nil }
            pending = pending << 6 | UInt32(value)
            pendingBits += 6
            if pendingBits >= 8 {
                pendingBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(pendingBits)))
            }
        }
        let unused = pending & ((1 << UInt32(pendingBits)) - 1)
        return unused == 0 ? bytes : nil
    }
}
