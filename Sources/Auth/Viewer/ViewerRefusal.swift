public import Postgres

/// Why the database does not accept a token any more, as `app.require_viewer` reports it.
public enum ViewerRefusal: String, Error, Sendable, CaseIterable {
    /// The session ended, or the person is suspended, archived or inactive.
    case unauthenticated = "UNAUTHENTICATED"
    /// Rights or organization changed since the token was made; a refresh gives a current one.
    case tokenStale = "TOKEN_STALE"
    case tenantSuspended = "TENANT_SUSPENDED"
    case tenantArchived = "TENANT_ARCHIVED"
    /// Reads work, mutations do not.
    case tenantInactive = "TENANT_INACTIVE"
    /// A mutation of a session that only looks on for the platform, or platform administration of somebody without it.
    case forbidden = "FORBIDDEN"

    /// Nil for an error that is not of the viewer's check.
    public init?(_ error: DatabaseError) {
        guard case .server(let report) = error else { return nil }
        switch report.sqlState {
        case "RC001": self = .unauthenticated
        case "RC002": self = .tokenStale
        case "RC003": self = .tenantSuspended
        case "RC004": self = .tenantArchived
        case "RC005": self = .tenantInactive
        case "RC006": self = .forbidden
        default: return nil
        }
    }
}
