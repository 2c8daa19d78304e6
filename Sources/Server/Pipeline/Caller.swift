import Resolvers
import Time

/// Who sends a request, as far as the transport knows.
struct Caller: Sendable {
    /// The header `Authorization`, as it came.
    let authorization: String?
    let information: RequestInformation
    /// Whether the answer should say what the request may have cost.
    let wantsCost: Bool
}
