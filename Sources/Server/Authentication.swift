import Auth
import Resolvers

/// Finds out who sends a request, by the header `Authorization: Bearer …`, or else by a cookie.
struct Authentication: Sendable {
    /// Of every access token that this server signs.
    static let issuer = "rollcall"
    static let audience = "rollcall"

    let codec: AccessTokenCodec

    /// Nil without a token, and with one that is not accepted: public fields are then answered all the same, and
    /// every other one with UNAUTHENTICATED.
    func viewer(of caller: Caller) -> Viewer? {
        guard let token = caller.authorization.map(Self.bearerToken) ?? caller.accessCookie else { return nil }
        guard let claims = try? codec.verify(token, now: caller.information.now) else { return nil }
        return Viewer(claims)
    }

    /// The scheme's case does not matter (RFC 9110, section 11.1).
    private static func bearerToken(_ header: String) -> String? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
