import FoundationEssentials
import Postgres
public import Time

/// Lets somebody put their own account out of use: they are signed out everywhere and cannot sign in any more.
public struct AccountDeactivation: Sendable {
    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal.wrongPassword(.password)`, `.lastOwner` or `.rateLimited`, `DatabaseError` or
    /// `PasswordHasher.Failure`.
    public func deactivate(_ viewer: Viewer, password: String, client: Client, now: Timestamp) async throws {
        let isConfirmed = try await PasswordConfirmation(services)
            .confirm(password, of: viewer, client: client, now: now)
        guard isConfirmed else { throw AccountRefusal.wrongPassword(.password) }
        let userID = viewer.claims.userID
        let user = Parameter.uuid(userID)
        let revocation = SessionRevocation(reason: .signOutEverywhere, now: now)
        try await services.database.transaction(in: viewer.authScope(isMutation: false, now: now)) { transaction in
            // With the organizations' rows held nobody hands one over to this person, and with the sessions ended they
            // found none; what was done before shows to the last statement.
            let held = [Self.lockOrganizations(user), SessionLock.acquire(viewer)]
            let answer = try await transaction.pipeline(
                held + revocation.statements(userID: userID, keeping: nil) + [Self.ownsOrganization(user)]
            )
            try SessionLock.check(answer[1])
            if answer[answer.count - 1][0].bool(0) { throw AccountRefusal.lastOwner }
            _ = try await transaction.pipeline([
                Self.endStatus(user), Self.insertStatus(user),
                PersonTokens.consume([.emailVerification, .passwordReset, .emailChange], of: userID, now: now),
                SecurityEvent(.deactivation, userID, client, now).recorded,
            ])
        }
    }

    private static let lockOrganizations = Statement<AuthScope>(
        "lock organizations of person",
        "SELECT app.lock_organizations_of($1)"
    )

    private static let ownsOrganization = Statement<AuthScope>(
        "person owns an organization",
        """
        SELECT EXISTS (
            SELECT FROM organization_owners o
            JOIN organization_members m ON m.organization_id = o.organization_id AND m.id = o.member_id
            WHERE m.user_id = $1 AND o.ended_at IS NULL)
        """
    )

    /// Periods are by the database's clock, as the view of states is.
    private static let endStatus = Statement<AuthScope>(
        "end status of person",
        """
        UPDATE user_active_status SET period = tstzrange(lower(period), clock_timestamp(), '[)')
        WHERE user_id = $1 AND upper_inf(period)
        """
    )

    private static let insertStatus = Statement<AuthScope>(
        "insert status of person",
        """
        INSERT INTO user_active_status (user_id, is_active, reason, actor_user_id, period)
        VALUES ($1, false, 'by the person', $1, tstzrange(clock_timestamp(), NULL, '[)'))
        """
    )
}
