public import FoundationEssentials
public import Postgres
public import Time

/// Registers a person, with an organization of their own when they name one or as a member of the one that invites
/// them, and signs them in: all or nothing.
public struct Registration: Sendable {
    /// Makes a person a member of an organization within the registration's transaction, and answers which.
    public typealias Joining =
        @Sendable (_ userID: UUID, _ transaction: Transaction<AuthScope>) async throws -> UUID

    private let services: AccountServices
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal`, `DatabaseError`, `PasswordHasher.Failure`, or what `joining` throws.
    ///
    /// - Parameter joining: by an invitation to the address, which is verified thereby. It works also where
    ///   registration is closed.
    public func register(
        _ input: RegistrationInput,
        client: Client,
        now: Timestamp,
        joining: Joining? = nil
    ) async throws -> IssuedTokens {
        guard services.configuration.isRegistrationEnabled || joining != nil else {
            throw AccountRefusal.registrationDisabled
        }
        try await services.database.transaction(in: AuthScope()) { transaction in
            try await throttle.admit(.register, account: nil, client: client, now: now, in: transaction)
        }
        let passwordHash = try await services.hasher.hash(input.password)
        let userID = UUID()
        return try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            let person = NewPerson(id: userID, input: input, passwordHash: passwordHash, isVerified: joining != nil)
            try await insert(person, now, in: transaction)
            let joined = try await joining?(userID, transaction)
            let founded = try await insertOrganization(input, userID, client, now, in: transaction)
            let organizationID = joined ?? founded
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

    private func insert(_ person: NewPerson, _ now: Timestamp, in transaction: Transaction<AuthScope>) async throws {
        let emailID = UUID()
        let input = person.input
        let id = Parameter.uuid(person.id)
        let verifiedAt = Parameter.optional(person.isVerified ? now : nil)
        var statements = [
            PersonStatements.user(id, .timestamp(now)),
            PersonStatements.profile(id, .text(input.displayName), .text(input.timeZone)),
            PersonStatements.password(id, .text(person.passwordHash), .timestamp(now)),
            PersonStatements.identifier(.uuid(emailID), id, .text("email"), .text(input.email), verifiedAt),
        ]
        if let username = input.username {
            let name = Parameter.text(username)
            statements.append(
                PersonStatements.identifier(.uuid(UUID()), id, .text("username"), name, .optional(nil as Timestamp?))
            )
        }
        let identifierCount = statements.count
        if !person.isVerified {
            statements += EmailVerification(services).issuing(to: person.id, identifierID: emailID, now: now)
        }
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

/// A person who is about to be stored.
private struct NewPerson {
    let id: UUID
    let input: RegistrationInput
    let passwordHash: String
    /// Whether the address has been shown to be theirs.
    let isVerified: Bool
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
        INSERT INTO user_identifiers (id, user_id, kind, value, is_primary, verified_at)
        VALUES ($1, $2, $3, $4, true, $5)
        ON CONFLICT (kind, normalized) WHERE released_at IS NULL DO NOTHING
        """
    )
}
