import Crypto
import FoundationEssentials

/// Derives each refresh token from the one before, so that a replay within the grace is answered with the same
/// successor although the server keeps only hashes.
struct RefreshTokenSuccession: Sendable {
    private let keys: TokenKeys

    init(keys: TokenKeys) {
        self.keys = keys
    }

    /// The successor of a token: an HMAC-SHA-256 over the family (session) and the generation, which the
    /// predecessor's row id stands for.
    func successor(userID: UUID, sessionID: UUID, predecessorID: UUID) -> OpaqueToken {
        token(keys.current, userID, sessionID, predecessorID)
    }

    /// The successor that was stored with this hash; looked for with the previous key too, as keys may have been
    /// rotated within the grace.
    func successor(userID: UUID, sessionID: UUID, predecessorID: UUID, hash: [UInt8]) -> OpaqueToken? {
        keys.all.lazy.map { token($0, userID, sessionID, predecessorID) }.first { $0.hash == hash }
    }

    private func token(_ key: TokenKey, _ userID: UUID, _ sessionID: UUID, _ predecessorID: UUID) -> OpaqueToken {
        let message = Array("rollcall refresh successor".utf8) + userID.bytes + sessionID.bytes + predecessorID.bytes
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key.secret))
        return OpaqueToken(routingID: userID, secret: Array(code))
    }
}
