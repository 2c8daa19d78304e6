import FoundationEssentials
import Postgres
public import Time

/// Registers a person, with an organization of their own when they name one, and signs them in: all or nothing.
public struct Registration: Sendable {
    private let services: AccountServices
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal`, `DatabaseError` or `PasswordHasher.Failure`.
    public func register(_ input: RegistrationInput, client: Client, now: Timestamp) async throws -> IssuedTokens {
        guard services.configuration.isRegistrationEnabled else { throw AccountRefusal.registrationDisabled }
        try await services.database.transaction(in: AuthScope()) { transaction in
            try await throttle.admit(.register, account: nil, client: client, now: now, in: transaction)
        }
        let passwordHash = try await services.hasher.hash(input.password)
        let userID = UUID()
        return try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            try await insertPerson(input, userID, passwordHash, now, in: transaction)
            let organizationID = try await insertOrganization(input, userID, client, now, in: transaction)
            let account = AttemptThrottle.Account(userID: userID, identifier: input.email.lowercased())
            _ = try await transaction.run(throttle.success(.register, account, client, now))
            return try await SessionOpening(services: services).open(
                userID: userID,
                organizationID: organizationID,
                isRemembered: false,
                client: client,
                now: now,
                in: transaction
            )
        }
    }

    private func insertPerson(
        _ input: RegistrationInput,
        _ userID: UUID,
        _ passwordHash: String,
        _ now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws {
        let emailID = UUID()
        var statements = [
            PersonStatements.user(.uuid(userID), .timestamp(now)),
            PersonStatements.profile(.uuid(userID), .text(input.displayName), .text(input.timeZone)),
            PersonStatements.password(.uuid(userID), .text(passwordHash), .timestamp(now)),
            PersonStatements.identifier(.uuid(emailID), .uuid(userID), .text("email"), .text(input.email)),
        ]
        if let username = input.username {
            statements.append(
                PersonStatements.identifier(.uuid(UUID()), .uuid(userID), .text("username"), .text(username))
            )
        }
        let identifierCount = statements.count
        statements += EmailVerification(services).issuing(to: userID, identifierID: emailID, now: now)
        let results = try await transaction.pipeline(statements)
        guard results[3].affectedRows == 1 else { throw AccountRefusal.taken(.email) }
        guard results[identifierCount - 1].affectedRows == 1 else { throw AccountRefusal.taken(.username) }
    }

    /// Nil when no organization was named.
    private func insertOrganization(
        _ input: RegistrationInput,
        _ userID: UUID,
        _ client: Client,
        _ now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws -> UUID? {
        guard let name = input.organizationName else { return nil }
        let founding = OrganizationFounding(
            profile: OrganizationProfile(name: name, timeZone: input.timeZone),
            ownerUserID: userID,
            request: OrganizationFounding.Request(action: "authRegister", client: client),
            now: now
        )
        try await founding.found(slug: input.organizationSlug, .organizationSlug, in: transaction)
        return founding.organizationID
    }
}

private enum PersonStatements {
    static let user = Statement<AuthScope>("insert user", "INSERT INTO users (id, created_at) VALUES ($1, $2)")

    static let profile = Statement<AuthScope>(
        "insert profile",
        "INSERT INTO user_profile (user_id, display_name, time_zone) VALUES ($1, $2, $3)"
    )

    static let password = Statement<AuthScope>(
        "insert password",
        "INSERT INTO user_login_password (user_id, password_hash, changed_at) VALUES ($1, $2, $3)"
    )

    /// No row when the identifier is taken.
    static let identifier = Statement<AuthScope>(
        "insert identifier",
        """
        INSERT INTO user_identifiers (id, user_id, kind, value, is_primary) VALUES ($1, $2, $3, $4, true)
        ON CONFLICT (kind, normalized) WHERE released_at IS NULL DO NOTHING
        """
    )
}
