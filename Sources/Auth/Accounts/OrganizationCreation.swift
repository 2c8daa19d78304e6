import Postgres
public import Time

/// Founds an organization for somebody who is signed in, and moves their session into it.
public struct OrganizationCreation: Sendable {
    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal.taken(.slug)`, `.invalid(.timeZone)` or `DatabaseError`.
    ///
    /// - Parameter slug: in lower case; nil for one that is made from the name.
    public func create(
        _ profile: OrganizationProfile,
        slug: String?,
        by viewer: Viewer,
        client: Client,
        now: Timestamp
    ) async throws -> IssuedTokens {
        let claims = viewer.claims
        let founding = OrganizationFounding(
            profile: profile,
            ownerUserID: claims.userID,
            request: OrganizationFounding.Request(
                action: "organizationCreate",
                client: client,
                sessionID: claims.sessionID
            ),
            now: now
        )
        let scope = viewer.authScope(isMutation: true, now: now)
        return try await services.database.transaction(in: scope) { transaction in
            guard try await transaction.run(Self.hasTimeZone(.text(profile.timeZone)))[0].bool(0) else {
                throw AccountRefusal.invalid(.timeZone)
            }
            try await founding.found(slug: slug, .slug, in: transaction)
            let change = SessionSwitch(services: services, viewer: viewer, now: now)
            return try await change.enter(founding.organizationID, in: transaction)
        }
    }

    private static let hasTimeZone = Statement<AuthScope>(
        "time zone",
        "SELECT EXISTS (SELECT FROM time_zones z WHERE z.name = $1)"
    )
}
