import Crypto
public import FoundationEssentials

/// Makes the tokens that go out in letters: each is derived from the row that stands for it, so that a job needs to
/// know no more than the row's id, and a dump of the database holds nothing that opens a door.
public struct MailedTokens: Sendable {
    /// What a token is good for; a token of one purpose is worth nothing for another.
    public enum Purpose: String, Sendable {
        case emailVerification = "email_verification"
        case passwordReset = "password_reset"
        case emailChange = "email_change"
        case invitation
    }

    private let keys: TokenKeys

    /// - Parameter keys: may serve for refresh tokens too, as what is authenticated begins differently.
    public init(keys: TokenKeys) {
        self.keys = keys
    }

    /// The token of a new row.
    ///
    /// - Parameters:
    ///   - routingID: the user's id, or an organization's for an invitation.
    ///   - id: the row's id.
    ///   - generation: raised when a row gets another token, such as an invitation that is sent again.
    public func token(_ purpose: Purpose, routingID: UUID, id: UUID, generation: Int32 = 1) -> OpaqueToken {
        token(keys.current, purpose, routingID, id, generation)
    }

    /// The token that was stored with this hash; looked for with the previous key too, as keys may have been rotated
    /// before the letter was sent. Nil when it was made with neither.
    public func token(
        _ purpose: Purpose,
        routingID: UUID,
        id: UUID,
        generation: Int32 = 1,
        hash: [UInt8]
    ) -> OpaqueToken? {
        keys.all.lazy.map { token($0, purpose, routingID, id, generation) }.first { $0.hash == hash }
    }

    /// An HMAC-SHA-256; every part but the last two has its length by itself, and the purpose ends with a NUL.
    private func token(
        _ key: TokenKey,
        _ purpose: Purpose,
        _ routingID: UUID,
        _ id: UUID,
        _ generation: Int32
    ) -> OpaqueToken {
        let generationBytes = withUnsafeBytes(of: generation.bigEndian) { Array($0) }
        let message =
            Array("rollcall mailed token \(purpose.rawValue)\0".utf8) + routingID.bytes + id.bytes + generationBytes
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key.secret))
        return OpaqueToken(routingID: routingID, secret: Array(code))
    }
}
