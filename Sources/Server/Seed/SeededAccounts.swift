import Auth
import FoundationEssentials
import Postgres

/// Writes accounts over the owner's connection.
struct SeededAccounts {
    private let connection: OwnerConnection

    init(_ connection: OwnerConnection) {
        self.connection = connection
    }

    static func hash(_ password: NormalizedPassword) async throws -> String {
        do {
            return try await PasswordHasher().hash(password)
        } catch {
            throw CommandError("The password could not be hashed: \(error).")
        }
    }

    /// The person with this live address.
    func userID(email: String) throws(DatabaseError) -> UUID? {
        try connection.query(
            """
            SELECT user_id FROM user_identifiers
            WHERE kind = 'email' AND normalized = lower(btrim($1)) AND released_at IS NULL
            """,
            [.text(email)]
        ).first?.uuid(0)
    }

    /// A person with a verified address and a password.
    func insert(
        id: UUID = UUID(),
        email: String,
        name: String,
        timeZone: String = "UTC",
        passwordHash: String
    ) throws(DatabaseError) -> UUID {
        _ = try connection.query(
            """
            WITH person AS (INSERT INTO users (id) VALUES ($1) RETURNING id),
                 profile AS (INSERT INTO user_profile (user_id, display_name, time_zone) SELECT id, $2, $3 FROM person),
                 login AS (INSERT INTO user_login_password (user_id, password_hash) SELECT id, $4 FROM person)
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            SELECT id, 'email', $5, true, now() FROM person
            """,
            [.uuid(id), .text(name), .text(timeZone), .text(passwordHash), .text(email)]
        )
        return id
    }

    /// Does nothing for somebody who is one already.
    func makePlatformAdmin(_ userID: UUID) throws(DatabaseError) {
        _ = try connection.query(
            "INSERT INTO platform_admins (user_id) VALUES ($1) ON CONFLICT (user_id) WHERE revoked_at IS NULL DO NOTHING",
            [.uuid(userID)]
        )
    }
}
