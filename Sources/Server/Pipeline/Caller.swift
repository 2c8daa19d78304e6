import Resolvers
import Time

/// Who sends a request, as far as the transport knows.
struct Caller: Sendable {
    /// The header `Authorization`, as it came.
    let authorization: String?
    /// The access token that came in a cookie, of a request that may use cookies.
    let accessCookie: String?
    let information: RequestInformation
    /// Whether the answer should say what the request may have cost.
    let wantsCost: Bool
}
