public import FoundationEssentials
import JSON
import Postgres
public import Time

/// Lets somebody's session go on in another organization of theirs.
public struct OrganizationSwitch: Sendable {
    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal`, or what the check of the session says.
    public func enter(
        _ organizationID: UUID,
        _ viewer: Viewer,
        client: Client,
        now: Timestamp
    ) async throws -> IssuedTokens {
        let userID = viewer.claims.userID
        return try await services.database.transaction(in: viewer.sessionScope(now: now)) { transaction in
            _ = try await OrganizationChoice.choose(organizationID, userID: userID, in: transaction)
            let event = SecurityEvent(
                .organizationSwitch,
                userID,
                client,
                now,
                detail: ["organizationId": .string(organizationID.uuidString)]
            )
            _ = try await transaction.run(event.recorded)
            return try await SessionSwitch(services: services, viewer: viewer, now: now)
                .enter(organizationID, in: transaction)
        }
    }
}
