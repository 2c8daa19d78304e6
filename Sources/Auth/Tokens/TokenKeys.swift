/// A secret key with the name by which tokens refer to it.
public struct TokenKey: Sendable {
    /// HS256 wants a key as long as its hash (RFC 7518, section 3.2).
    public static let minimumByteCount = 32

    public let id: String
    let secret: [UInt8]

    /// - Parameters:
    ///   - id: 1 to 64 characters of `A-Z a-z 0-9 - _`.
    ///   - secret: at least 32 random bytes.
    public init(id: String, secret: [UInt8]) throws(TokenKeyError) {
        guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy(Base64URL.isOfAlphabet) else { throw .invalidID }
        guard secret.count >= Self.minimumByteCount else { throw .secretTooShort }
        self.id = id
        self.secret = secret
    }
}

public enum TokenKeyError: Error, Sendable, Equatable {
    case invalidID
    case secretTooShort
    case duplicateID
}

/// The live keys: tokens are signed with the current one and accepted from both, so that a rotation signs nobody out.
public struct TokenKeys: Sendable {
    public let current: TokenKey
    public let previous: TokenKey?

    public init(current: TokenKey, previous: TokenKey? = nil) throws(TokenKeyError) {
        guard current.id != previous?.id else { throw .duplicateID }
        self.current = current
        self.previous = previous
    }

    func key(id: String) -> TokenKey? {
        if current.id == id { return current }
        return previous?.id == id ? previous : nil
    }

    /// Newest first.
    var all: [TokenKey] { previous.map { [current, $0] } ?? [current] }
}
