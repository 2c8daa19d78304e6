import Crypto
public import FoundationEssentials
public import Time

/// What the holder of a link may do with one file until it expires.
public struct FileLink: Equatable, Sendable {
    public enum Use: UInt8, Sendable {
        case download = 1
        case upload = 2
    }

    public let use: Use
    public let organizationID: UUID
    public let fileID: UUID
    /// Of the bytes that may come; 0 for a download.
    public let byteCount: Int64
    public let expiresAt: Timestamp

    public init(_ use: Use, organizationID: UUID, fileID: UUID, byteCount: Int64 = 0, expiresAt: Timestamp) {
        self.use = use
        self.organizationID = organizationID
        self.fileID = fileID
        self.byteCount = byteCount
        self.expiresAt = expiresAt
    }
}

/// Signs links to files, so that whoever brings one needs no other proof, and a browser can show a picture.
public struct FileLinks: Sendable {
    private static let payloadByteCount = 49
    private static let codeByteCount = 32
    /// Characters of a token.
    static let textLength = 108

    private let keys: TokenKeys

    /// - Parameter keys: may serve for refresh tokens too, as what is authenticated begins differently.
    public init(keys: TokenKeys) {
        self.keys = keys
    }

    /// The link's token, in base64url.
    public func token(_ link: FileLink) -> String {
        let payload = Self.payload(link)
        return Base64URL.encode(payload + Self.code(payload, keys.current))
    }

    /// The link of a token; nil when it is not genuine or has expired.
    public func link(_ token: some StringProtocol, now: Timestamp) -> FileLink? {
        guard token.utf8.count == Self.textLength, let bytes = Base64URL.decode(token.utf8),
            bytes.count == Self.payloadByteCount + Self.codeByteCount
        else { return nil }
        let payload = Array(bytes.prefix(Self.payloadByteCount))
        guard keys.all.contains(where: { Self.isGenuine(bytes.suffix(Self.codeByteCount), payload, $0) }),
            let link = Self.link(payload), now < link.expiresAt
        else { return nil }
        return link
    }

    private static func payload(_ link: FileLink) -> [UInt8] {
        [link.use.rawValue] + link.organizationID.bytes + link.fileID.bytes + bigEndian(link.byteCount)
            + bigEndian(link.expiresAt.microseconds)
    }

    private static func link(_ payload: [UInt8]) -> FileLink? {
        guard let use = FileLink.Use(rawValue: payload[0]) else { return nil }
        return FileLink(
            use,
            organizationID: UUID(bytes: payload[1..<17]),
            fileID: UUID(bytes: payload[17..<33]),
            byteCount: number(payload[33..<41]),
            expiresAt: Timestamp(microseconds: number(payload[41..<49]))
        )
    }

    private static func message(_ payload: [UInt8]) -> [UInt8] { Array("rollcall file link\0".utf8) + payload }

    private static func code(_ payload: [UInt8], _ key: TokenKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message(payload), using: SymmetricKey(data: key.secret)))
    }

    /// In constant time.
    private static func isGenuine(_ code: ArraySlice<UInt8>, _ payload: [UInt8], _ key: TokenKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            Array(code),
            authenticating: message(payload),
            using: SymmetricKey(data: key.secret)
        )
    }

    private static func bigEndian(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }
}
