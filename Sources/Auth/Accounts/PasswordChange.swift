import FoundationEssentials
import Postgres
public import Time

/// Changes the password of a signed-in person who knows the present one.
public struct PasswordChange: Sendable {
    public struct Input: Sendable {
        let current: String
        let new: String
        /// Whether sessions other than the current one end.
        let revokesOtherSessions: Bool

        public init(current: String, new: String, revokesOtherSessions: Bool) {
            self.current = current
            self.new = new
            self.revokesOtherSessions = revokesOtherSessions
        }
    }

    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal`, `DatabaseError` or `PasswordHasher.Failure`.
    public func change(_ input: Input, of viewer: Viewer, client: Client, now: Timestamp) async throws {
        let userID = viewer.claims.userID
        let scope = viewer.authScope(isMutation: false, now: now)
        let email = try PrimaryEmail(try await services.database.read([PrimaryEmail.of(userID)], in: scope)[0])
        let password = try PersonPassword.check(input.new, email: email.address)
        let isConfirmed = try await PasswordConfirmation(services)
            .confirm(input.current, of: viewer, client: client, now: now)
        guard isConfirmed else { throw AccountRefusal.wrongPassword(.currentPassword) }
        let hash = try await services.hasher.hash(password)
        let revocation = SessionRevocation(reason: .passwordChanged, now: now)
        let revoked =
            input.revokesOtherSessions
            ? revocation.statements(userID: userID, keeping: viewer.claims.sessionID) : []
        try await services.database.transaction(in: scope) { transaction in
            try SessionLock.check(try await transaction.run(SessionLock.acquire(viewer)))
            _ = try await transaction.pipeline(
                PersonPassword(userID: userID, now: now, client: client)
                    .statements(.passwordChange, hash: hash, revoked: revoked)
            )
        }
    }
}
