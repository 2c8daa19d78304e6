import FoundationEssentials
import JSON
import Postgres
public import Time

/// Changes what a signed-in person says about themselves.
public struct ProfileUpdate: Sendable {
    private let services: AccountServices
    private let viewer: Viewer
    private let client: Client
    private let now: Timestamp
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }
    private var userID: UUID { viewer.claims.userID }
    private var account: AttemptThrottle.Account { AttemptThrottle.Account(userID: userID) }

    public init(_ services: AccountServices, of viewer: Viewer, client: Client, now: Timestamp) {
        self.services = services
        self.viewer = viewer
        self.client = client
        self.now = now
    }

    /// Nothing is written, and the version stays, when nothing is new.
    ///
    /// Throws `AccountRefusal.staleVersion`, `.invalid(.timeZone)`, `.taken(.username)`, `.rateLimited`, or
    /// `DatabaseError`. Names that turn out to be taken are counted, as they tell who has an account.
    ///
    /// - Parameters:
    ///   - username: the one that is asked for, in its form; nil when it is left alone or cleared.
    ///   - change: gives the new values, found well-formed, for the present ones.
    public func update(
        expectedVersion: Int?,
        username: String?,
        _ change: @Sendable (inout Profile) -> Void
    ) async throws {
        let scope = viewer.authScope(isMutation: false, now: now)
        guard username != nil else { return try await apply(expectedVersion, change, in: scope) }
        try await countUsername(in: scope)
        do {
            try await apply(expectedVersion, change, in: scope)
        } catch AccountRefusal.taken(.username) {
            throw AccountRefusal.taken(.username)
        } catch {
            try await record(throttle.withdrawal(.usernameChange, account, client, now))
            throw error
        }
        try await record(throttle.success(.usernameChange, account, client, now))
    }

    private func apply(
        _ expectedVersion: Int?,
        _ change: @Sendable (inout Profile) -> Void,
        in scope: AuthScope
    ) async throws {
        try await services.database.transaction(in: scope) { transaction in
            let row = try await transaction.pipeline([Self.lock(.uuid(userID)), Self.select(.uuid(userID))])[1][0]
            let version = row.int32(0)
            if let expectedVersion, expectedVersion != Int(version) {
                throw AccountRefusal.staleVersion(current: version)
            }
            let old = Profile(row)
            var new = old
            change(&new)
            if new != old { try await store(new, old, in: transaction) }
        }
    }

    private func record(_ statement: BoundStatement<AuthScope>) async throws {
        try await services.database.transaction(in: AuthScope()) { transaction in
            _ = try await transaction.run(statement)
        }
    }

    private func countUsername(in scope: AuthScope) async throws {
        try await services.database.transaction(in: scope) { transaction in
            try await throttle.admit(.usernameChange, account: account, client: client, now: now, in: transaction)
        }
    }

    private func store(_ new: Profile, _ old: Profile, in transaction: Transaction<AuthScope>) async throws {
        if new.username != old.username { try await takeUsername(new.username, in: transaction) }
        let event = SecurityEvent(
            .profileUpdate,
            userID,
            client,
            now,
            detail: ["old": .object(old.differences(from: new)), "new": .object(new.differences(from: old))]
        )
        let answer = try await transaction.pipeline([
            Self.update(
                .uuid(userID),
                .text(new.displayName),
                .optional(new.bio),
                .text(new.locale),
                .text(new.timeZone),
                .timestamp(now),
                .optional(new.avatarFileKey)
            ),
            event.recorded,
        ])
        guard answer[0].affectedRows == 1 else { throw AccountRefusal.invalid(.timeZone) }
    }

    private func takeUsername(_ username: String?, in transaction: Transaction<AuthScope>) async throws {
        let answer = try await transaction.pipeline([
            Self.releaseUsername(.uuid(userID), .timestamp(now)),
            Self.insertUsername(.uuid(userID), .optional(username)),
        ])
        guard username == nil || answer[1].affectedRows == 1 else { throw AccountRefusal.taken(.username) }
    }
}

extension ProfileUpdate {
    /// The row is read by a statement of its own, whose snapshot begins after the wait for the lock.
    private static let lock = Statement<AuthScope>(
        "lock profile",
        "SELECT 1 FROM user_profile WHERE user_id = $1 FOR NO KEY UPDATE"
    )

    private static let select = Statement<AuthScope>(
        "profile to update",
        """
        SELECT p.version, p.display_name, p.bio, p.locale, p.time_zone, n.value, p.avatar_file_key
        FROM user_profile p
        LEFT JOIN user_identifiers n
          ON n.user_id = p.user_id AND n.kind = 'username' AND n.is_primary AND n.released_at IS NULL
        WHERE p.user_id = $1
        """
    )

    /// No row when there is no such time zone.
    private static let update = Statement<AuthScope>(
        "update profile",
        """
        UPDATE user_profile
        SET display_name = $2, bio = $3, locale = $4, time_zone = $5, updated_at = $6, avatar_file_key = $7,
            version = version + 1
        WHERE user_id = $1 AND (time_zone = $5 OR EXISTS (SELECT FROM time_zones z WHERE z.name = $5))
        """
    )

    private static let releaseUsername = Statement<AuthScope>(
        "release username",
        """
        UPDATE user_identifiers SET released_at = $2
        WHERE user_id = $1 AND kind = 'username' AND is_primary AND released_at IS NULL
        """
    )

    /// No row when the username is taken, or none.
    private static let insertUsername = Statement<AuthScope>(
        "insert username",
        """
        INSERT INTO user_identifiers (user_id, kind, value, is_primary)
        SELECT $1, 'username', $2::text, true WHERE $2::text IS NOT NULL
        ON CONFLICT (kind, normalized) WHERE released_at IS NULL DO NOTHING
        """
    )
}
