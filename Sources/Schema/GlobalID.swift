public import FoundationEssentials

/// An opaque global ID: the kind of an object and its key.
///
/// As text: base64url (RFC 4648, section 5) without padding of one byte for the kind and the 16 bytes of the
/// key. Text that is no such thing is an ID that matches nothing, because a malformed ID answers as a
/// missing object does.
public struct GlobalID: Hashable, Sendable {
    /// Raw value of a ``NodeKind``, or a number that none has.
    public let kindNumber: UInt8
    public let uuid: UUID

    static let characterCount = 23

    /// Matches no object.
    public static let unmatchable = GlobalID(
        kindNumber: 0,
        uuid: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    )

    public init(_ kind: NodeKind, _ uuid: UUID) {
        self.init(kindNumber: kind.rawValue, uuid: uuid)
    }

    private init(kindNumber: UInt8, uuid: UUID) {
        self.kindNumber = kindNumber
        self.uuid = uuid
    }

    /// Reads the text of an ID; malformed text gives ``unmatchable``.
    public init(_ text: String) {
        self = GlobalID.parsed(text) ?? .unmatchable
    }

    /// The kind of object, or nil when there can be no such object.
    public var kind: NodeKind? { NodeKind(rawValue: kindNumber) }

    /// The key, if the ID is one of this kind.
    public func key(of kind: NodeKind) -> UUID? {
        kindNumber == kind.rawValue ? uuid : nil
    }

    private static func parsed(_ text: String) -> GlobalID? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount = 0
        guard text.utf8.count == characterCount else { return nil }
        for character in text.utf8 {
            guard let digit = Base64URL.digit(character) else { return nil }
            bits = bits << 6 | UInt32(digit)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        // The bits left over must be zero, so that every ID has one text only.
        guard bits & (1 << UInt32(bitCount) - 1) == 0 else { return nil }
        return GlobalID(kindNumber: bytes[0], uuid: uuid(bytes[1...]))
    }

    private static func uuid(_ bytes: ArraySlice<UInt8>) -> UUID {
        let b = Array(bytes)
        return UUID(
            uuid: (
                b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]
            )
        )
    }

    /// The 23 characters of the text.
    func withCharacters<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeTemporaryAllocation(byteCount: GlobalID.characterCount, alignment: 1) { output in
            var position = 0
            var bits = UInt32(kindNumber)
            var bitCount = 8
            withUnsafeBytes(of: uuid.uuid) { key in
                for index in 0...16 {
                    while bitCount >= 6 {
                        bitCount -= 6
                        output[position] = Base64URL.character(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)) & 63)
                        position += 1
                    }
                    guard index < 16 else { break }
                    bits = bits << 8 | UInt32(key[index])
                    bitCount += 8
                }
            }
            output[position] = Base64URL.character(UInt8(truncatingIfNeeded: bits << UInt32(6 - bitCount)) & 63)
            return body(UnsafeRawBufferPointer(output))
        }
    }
}

extension GlobalID: CustomStringConvertible {
    public var description: String {
        withCharacters { String(decoding: $0, as: UTF8.self) }
    }
}

/// The alphabet of RFC 4648, section 5.
private enum Base64URL {
    static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character + 4
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }

    static func character(_ digit: UInt8) -> UInt8 {
        switch digit {
        case 0...25: digit + 65
        case 26...51: digit + 71
        case 52...61: digit - 4
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }
}
