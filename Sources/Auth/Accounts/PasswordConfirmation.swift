import FoundationEssentials
import Postgres
public import Time

/// Asks a signed-in person for their password once more, before something that cannot be taken back.
public struct PasswordConfirmation: Sendable {
    private let services: AccountServices
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// False for a wrong password. Throws `AccountRefusal.rateLimited`, `DatabaseError` or `PasswordHasher.Failure`.
    public func confirm(_ password: String, of viewer: Viewer, client: Client, now: Timestamp) async throws -> Bool {
        let userID = viewer.claims.userID
        let account = AttemptThrottle.Account(userID: userID)
        let scope = viewer.authScope(isMutation: false, now: now)
        let storedHash = try await services.database.transaction(in: scope) { transaction in
            try await throttle.admit(.confirmPassword, account: account, client: client, now: now, in: transaction)
            return try await transaction.run(Self.select(.uuid(userID))).first?.string(0)
        }
        let isMatch: Bool
        do {
            isMatch = try await services.hasher.verify(NormalizedPassword(password), storedHash: storedHash)
        } catch {
            // Nothing was guessed.
            try await add(throttle.withdrawal(.confirmPassword, account, client, now), userID)
            throw error
        }
        if isMatch { try await add(throttle.success(.confirmPassword, account, client, now), userID) }
        return isMatch
    }

    private func add(_ attempt: BoundStatement<AuthScope>, _ userID: UUID) async throws {
        try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            _ = try await transaction.run(attempt)
        }
    }

    private static let select = Statement<AuthScope>(
        "password of a person",
        "SELECT password_hash FROM user_login_password WHERE user_id = $1"
    )
}
