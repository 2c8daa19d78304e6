import Crypto
public import FoundationEssentials

/// A secret handed to a person, of which the server keeps only the hash: 256 random bits, led by the id of the user
/// or organization whose rows hold the hash.
public struct OpaqueToken: Sendable, Equatable {
    static let secretByteCount = 32
    static let byteCount = 16 + secretByteCount
    /// Characters of `text`.
    public static let textLength = 64

    /// Where to look: a user's id, or an organization's for an invitation or a device.
    public let routingID: UUID
    private let secret: [UInt8]

    init(routingID: UUID, secret: [UInt8]) {
        self.routingID = routingID
        self.secret = secret
    }

    /// A new token from the system's random generator.
    public static func random(routingID: UUID) -> OpaqueToken {
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<secretByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return OpaqueToken(routingID: routingID, secret: secret)
    }

    /// Reads what `text` gives. Nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == Self.textLength, let bytes = Base64URL.decode(text.utf8), bytes.count == Self.byteCount
        else { return nil }
        routingID = UUID(bytes: bytes[..<16])
        secret = Array(bytes[16...])
    }

    /// 64 characters of base64url.
    public var text: String { Base64URL.encode(routingID.bytes + secret) }

    /// SHA-256 over all bytes of the token, which is what the database holds. A plain hash suffices, because nobody
    /// can guess 256 random bits.
    public var hash: [UInt8] { Array(SHA256.hash(data: routingID.bytes + secret)) }
}

extension UUID {
    init(bytes: ArraySlice<UInt8>) {
        var uuid = zeroUUID
        withUnsafeMutableBytes(of: &uuid) { $0.copyBytes(from: bytes) }
        self.init(uuid: uuid)
    }

    var bytes: [UInt8] { withUnsafeBytes(of: uuid) { Array($0) } }
}

private let zeroUUID: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
