public import FoundationEssentials
import Postgres
public import Time

/// Signs a person in with an e-mail address or a username.
///
/// Unknown identifiers and wrong passwords answer alike and do the same work: the same statements, one computation of
/// a hash, the same throttle.
public struct SignIn: Sendable {
    public struct Input: Sendable {
        public let identifier: String
        public let password: String
        /// The organization to work in; nil for the one last used.
        public let organizationID: UUID?
        public let isRemembered: Bool

        public init(identifier: String, password: String, organizationID: UUID? = nil, isRemembered: Bool = false) {
            self.identifier = identifier
            self.password = password
            self.organizationID = organizationID
            self.isRemembered = isRemembered
        }
    }

    private struct Candidate {
        let account: AttemptThrottle.Account
        let passwordHash: String?
        let isActive: Bool
    }

    private let services: AccountServices
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal`, `DatabaseError` or `PasswordHasher.Failure`.
    public func signIn(_ input: Input, client: Client, now: Timestamp) async throws -> IssuedTokens {
        let candidate = try await admit(input, client: client, now: now)
        let password = NormalizedPassword(input.password)
        let isMatch = try await verify(password, candidate, client: client, now: now)
        guard isMatch, candidate.isActive, let userID = candidate.account.userID, let password else {
            throw AccountRefusal.invalidCredentials
        }
        let rehash = await renewedHash(of: password, stored: candidate.passwordHash)
        return try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            if let rehash { _ = try await transaction.run(Self.updateHash(.uuid(userID), .text(rehash))) }
            let organizationID = try await OrganizationChoice.choose(
                input.organizationID,
                userID: userID,
                in: transaction
            )
            _ = try await transaction.run(throttle.success(.signIn, candidate.account, client, now))
            return try await SessionOpening(services: services).open(
                userID: userID,
                organizationID: organizationID,
                isRemembered: input.isRemembered,
                client: client,
                now: now,
                in: transaction
            )
        }
    }

    private func admit(_ input: Input, client: Client, now: Timestamp) async throws -> Candidate {
        try await services.database.transaction(in: AuthScope()) { transaction in
            let candidate = try await candidate(input.identifier, in: transaction)
            try await throttle.admit(.signIn, account: candidate.account, client: client, now: now, in: transaction)
            return candidate
        }
    }

    /// Compares the password; when the hasher refuses, nothing was guessed, and the attempt does not count.
    private func verify(
        _ password: NormalizedPassword?,
        _ candidate: Candidate,
        client: Client,
        now: Timestamp
    ) async throws -> Bool {
        do {
            return try await services.hasher.verify(password, storedHash: candidate.passwordHash)
        } catch {
            try await services.database.transaction(in: AuthScope()) { transaction in
                _ = try await transaction.run(throttle.withdrawal(.signIn, candidate.account, client, now))
            }
            throw error
        }
    }

    private func candidate(_ identifier: String, in transaction: Transaction<AuthScope>) async throws -> Candidate {
        let identifier = SignInIdentifier(identifier)
        let row = try await transaction.run(Self.find(.text(identifier.kind), .text(identifier.text)))[0]
        return Candidate(
            account: AttemptThrottle.Account(userID: row.optionalUUID(1), identifier: row.string(0)),
            passwordHash: row.optionalString(2),
            isActive: row.optionalString(3) == "active"
        )
    }

    /// Nil when the stored hash has today's settings, and when there is no time for another: the next sign-in renews it.
    private func renewedHash(of password: NormalizedPassword, stored: String?) async -> String? {
        guard let stored, services.hasher.needsRehash(stored) else { return nil }
        return try? await services.hasher.hash(password)
    }

    /// One row, known or not: the identifier in the form that accounts are found by, and whose it is.
    private static let find = Statement<AuthScope>(
        "find account",
        """
        SELECT n.normalized, i.user_id, p.password_hash, s.state
        FROM (SELECT lower(btrim($2)) AS normalized) n
        LEFT JOIN user_identifiers i ON i.kind = $1 AND i.normalized = n.normalized AND i.released_at IS NULL
        LEFT JOIN user_state s ON s.user_id = i.user_id
        LEFT JOIN user_login_password p ON p.user_id = i.user_id
        """
    )

    private static let updateHash = Statement<AuthScope>(
        "renew password hash",
        "UPDATE user_login_password SET password_hash = $2 WHERE user_id = $1"
    )
}
