import Auth
import Resolvers

/// Finds out who sends a request, by the header `Authorization`, or else by a cookie.
struct Authentication: Sendable {
    /// Of every access token that this server signs.
    static let issuer = "rollcall"
    static let audience = "rollcall"

    let codec: AccessTokenCodec

    /// Nil without a token or key, and with one that is not accepted: public fields are then answered all the same, and
    /// every other one with UNAUTHENTICATED.
    func principal(of caller: Caller) -> Principal? {
        guard let header = caller.authorization else { return caller.accessCookie.flatMap { person($0, caller) } }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        // The scheme's case does not matter (RFC 9110, section 11.1).
        switch parts[0].lowercased() {
        case "bearer": return person(String(parts[1]), caller)
        case "device": return DeviceKey(String(parts[1])).map { .device(DeviceCaller($0)) }
        default: return nil
        }
    }

    private func person(_ token: String, _ caller: Caller) -> Principal? {
        guard let claims = try? codec.verify(token, now: caller.information.now) else { return nil }
        return .person(Viewer(claims))
    }
}
