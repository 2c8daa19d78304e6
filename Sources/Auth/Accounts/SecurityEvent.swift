import FoundationEssentials
import JSON
import Postgres
import Time

/// An entry of a person's own security log, which belongs to no tenant and is never changed.
struct SecurityEvent {
    /// Values of `auth_events.kind`, beside those of ``AttemptThrottle/Action``.
    enum Kind: String {
        case signOut = "sign_out"
        case signOutEverywhere = "sign_out_everywhere"
        case organizationSwitch = "organization_switch"
        case refreshReuse = "refresh_reuse"
        case passwordChange = "password_change"
        case passwordReset = "password_reset"
        case emailChange = "email_change"
        case profileUpdate = "profile_update"
        case deactivation = "deactivation"
    }

    let kind: String
    var isSuccess = true
    let userID: UUID
    var identifierHash: [UInt8]?
    let client: Client
    let now: Timestamp
    /// Never passwords or tokens.
    var detail: JSONObject = [:]

    /// The statement for the transaction of what happened.
    var recorded: BoundStatement<AuthScope> {
        var detail = detail
        if let requestID = client.requestID { detail["requestId"] = .string(requestID) }
        return Self.insert(
            .uuid(userID),
            .timestamp(now),
            .text(kind),
            .bool(isSuccess),
            .optional(identifierHash),
            .optional(client.address),
            .optional(client.userAgent),
            .text(JSONValue.object(detail).text)
        )
    }

    private static let insert = Statement<AuthScope>(
        "record a security event",
        """
        INSERT INTO auth_events (user_id, occurred_at, kind, success, identifier_hash, ip, user_agent, detail)
        VALUES ($1, $2, $3, $4, $5, $6::inet, $7, $8)
        """
    )
}

extension SecurityEvent {
    init(_ kind: Kind, _ userID: UUID, _ client: Client, _ now: Timestamp, detail: JSONObject = [:]) {
        self.init(kind: kind.rawValue, userID: userID, client: client, now: now, detail: detail)
    }
}
