import Auth
import HTTPTypes
import Resolvers
import Time

/// The tokens of a page's session in cookies that its scripts cannot read (RFC 6265bis).
///
/// Browsers send cookies with whatever asks them to, so a request with one counts only with a header that a page of
/// another origin cannot send without this server's consent (see ``CrossOrigin``).
struct TokenCookies: Sendable {
    /// What came with a request.
    struct Found: Equatable, Sendable {
        var access: String?
        var refresh: String?

        var isEmpty: Bool { access == nil && refresh == nil }
    }

    let settings: CookieSettings

    private var accessName: String { prefix + "rollcall_access" }
    private var refreshName: String { prefix + "rollcall_refresh" }
    /// Browsers take a cookie with this prefix from this host alone, not from one beside it.
    private var prefix: String { settings.isSecure ? "__Host-" : "" }

    func read(_ headers: HTTPFields) -> Found {
        var found = Found()
        for pair in headers[values: .cookie].joined(separator: ";").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty else { continue }
            let name = parts[0].drop { $0 == " " }
            if name == accessName, found.access == nil { found.access = String(parts[1]) }
            if name == refreshName, found.refresh == nil { found.refresh = String(parts[1]) }
        }
        return found
    }

    /// Whether a request must be refused because a page of another site may have caused it.
    func mayBeForged(_ headers: HTTPFields) -> Bool {
        headers[.authorization] == nil && headers[HTTPHeaders.forgeryProtection] == nil && !read(headers).isEmpty
    }

    /// Nil for a request without the header against forgery.
    func session(_ headers: HTTPFields) -> CookieSession? {
        guard headers[HTTPHeaders.forgeryProtection] != nil else { return nil }
        let found = read(headers)
        return CookieSession(
            refreshToken: found.refresh,
            isInUse: headers[.authorization] == nil && !found.isEmpty
        )
    }

    /// The fields `Set-Cookie` of an answer.
    func fields(for change: CookieChange, now: Timestamp) -> [HTTPField] {
        switch change {
        case .clear: [field(accessName, "", seconds: 0), field(refreshName, "", seconds: 0)]
        case .set(let tokens):
            [
                field(accessName, tokens.accessToken, seconds: seconds(now, tokens.accessTokenExpiresAt)),
                field(refreshName, tokens.refreshToken, seconds: seconds(now, tokens.refreshTokenExpiresAt)),
            ]
        }
    }

    private func seconds(_ now: Timestamp, _ expiry: Timestamp) -> Int64 {
        max(0, now.microseconds(until: expiry) / 1_000_000)
    }

    private func field(_ name: String, _ value: String, seconds: Int64) -> HTTPField {
        let secure = settings.isSecure ? "; Secure" : ""
        let text =
            "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly\(secure); SameSite=\(settings.sameSite.attribute)"
        return HTTPField(name: .setCookie, value: text)
    }
}
