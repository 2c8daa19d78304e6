import FoundationEssentials
public import Postgres
public import Time

/// A person with a genuine access token: who they say they are, and what they may do if that still holds.
///
/// Whether it holds is asked in the round trip that also fetches the first data: every scope made here carries the
/// check, which raises when it fails (see `ViewerRefusal`).
public struct Viewer: Sendable {
    public let claims: AccessTokenClaims
    public let rights: Rights

    public init(_ claims: AccessTokenClaims) {
        self.claims = claims
        rights = Rights(claims)
    }

    /// Work inside the token's organization; nil for somebody signed in without one.
    public func tenantScope(isMutation: Bool, now: Timestamp) -> TenantScope? {
        claims.membership.map {
            TenantScope(
                organizationID: $0.organizationID,
                userID: claims.userID,
                viewerCheck: check(isMutation: isMutation, now: now)
            )
        }
    }

    /// What the person sees of themselves.
    public func personScope(isMutation: Bool, now: Timestamp) -> PersonScope {
        PersonScope(userID: claims.userID, viewerCheck: check(isMutation: isMutation, now: now))
    }

    /// Sessions, memberships and tokens of the person.
    public func authScope(isMutation: Bool, now: Timestamp) -> AuthScope {
        AuthScope(userID: claims.userID, viewerCheck: check(isMutation: isMutation, now: now))
    }

    /// What the person does about their sessions themselves: whatever became of the organization and of their
    /// membership, they can sign out, or go on elsewhere.
    public func sessionScope(now: Timestamp) -> AuthScope {
        AuthScope(userID: claims.userID, viewerCheck: sessionCheck(Self.sessionCheckSQL, now))
    }

    /// Administration of the platform, which stands outside of all organizations.
    public func platformScope(now: Timestamp) -> PlatformScope {
        PlatformScope(userID: claims.userID, viewerCheck: sessionCheck(Self.platformCheckSQL, now))
    }

    /// The statement that compares the claims with the session, the membership and the organization's state.
    ///
    /// - Parameter isMutation: an inactive organization refuses mutations only.
    public func check(isMutation: Bool, now: Timestamp) -> ViewerCheck {
        ViewerCheck(
            sql: Self.checkSQL,
            parameters: [
                .uuid(claims.userID), .uuid(claims.sessionID), .int32(claims.sessionEpoch),
                .optional(claims.organizationID), .optional(claims.membership?.memberID),
                .optional(claims.membership?.memberEpoch), .bool(isMutation), .timestamp(now),
            ]
        )
    }

    private func sessionCheck(_ sql: String, _ now: Timestamp) -> ViewerCheck {
        ViewerCheck(
            sql: sql,
            parameters: [.uuid(claims.userID), .uuid(claims.sessionID), .int32(claims.sessionEpoch), .timestamp(now)]
        )
    }

    private static let sessionCheckSQL = """
        SELECT app.require_session(p_user_id => $1, p_session_id => $2, p_session_epoch => $3, p_now => $4)
        """

    private static let platformCheckSQL = """
        SELECT app.require_platform_admin(
            p_user_id => $1, p_session_id => $2, p_session_epoch => $3, p_now => $4)
        """

    private static let checkSQL = """
        SELECT app.require_viewer(
            p_user_id => $1, p_session_id => $2, p_session_epoch => $3, p_organization_id => $4,
            p_member_id => $5, p_member_epoch => $6, p_is_mutation => $7, p_now => $8)
        """
}
