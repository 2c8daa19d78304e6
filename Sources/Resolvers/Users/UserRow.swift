import Files
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A person: the caller's own profile, or what colleagues may see of one.
struct UserRow: TableRow {
    static let typeName = "User"
    static let columnCount = 14
    /// Of `u`, a profile with the e-mail address, and `account`, the person's row of `users`.
    static let columns = """
        u.user_id, account.created_at, u.updated_at, u.version, u.display_name, u.bio, u.locale, u.time_zone, u.email, \
        u.email_verified_at IS NOT NULL, u.username, u.state, u.is_own, u.avatar_file_key
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var createdAt: Timestamp { row.timestamp(1) }
    var updatedAt: Timestamp { row.timestamp(2) }
    var version: Int32 { row.int32(3) }
    var displayName: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    var bio: BorrowedText? { row.optionalUTF8(5).map(BorrowedText.init(utf8:)) }
    var locale: BorrowedText { BorrowedText(utf8: row.utf8(6)) }
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(7)) }
    var email: BorrowedText? { row.optionalUTF8(8).map(BorrowedText.init(utf8:)) }
    var isEmailVerified: Bool { row.bool(9) }
    /// Nil where it is to be asked for (see ``UserDetails``), too.
    var username: String? { row.optionalString(10) }
    /// Nil where it is to be asked for (see ``UserDetails``).
    var state: UserState? { row.optionalString(11).flatMap { UserState(rawValue: $0.uppercased()) } }
    var avatar: FileKey? { row.optionalString(13).flatMap(FileKey.init) }
    /// Whether the row was read as the person's own.
    var isOwn: Bool { row.bool(12) }
}

extension UserRow {
    /// Finds people who are or were members of the viewer's organization.
    static func loader() -> Loader<UserRow> {
        Loader { _, ids in colleagues(.uuids(ids)) }
    }

    /// The person's own profile, as nobody but they may read it.
    static func own(_ userID: UUID) -> BoundStatement<PersonScope> {
        own(.uuid(userID))
    }

    private static let colleagues = Statement<TenantScope>(
        "colleagues",
        """
        SELECT \(columns)
        FROM (SELECT c.*, NULL::text AS username, NULL::text AS state, false AS is_own FROM app.colleagues($2) c) u
        JOIN users account ON account.id = u.user_id
        WHERE EXISTS (SELECT FROM organization_members m WHERE m.organization_id = $1 AND m.user_id = u.user_id)
        """
    )

    private static let own = Statement<PersonScope>(
        "own profile",
        """
        SELECT \(columns)
        FROM (SELECT p.user_id, p.display_name, p.bio, p.locale, p.time_zone, p.updated_at, p.version,
                     p.avatar_file_key, e.value AS email, e.verified_at AS email_verified_at, n.value AS username, s.state,
                     true AS is_own
              FROM user_profile p
              JOIN user_state s ON s.user_id = p.user_id
              LEFT JOIN user_identifiers e
                ON e.user_id = p.user_id AND e.kind = 'email' AND e.is_primary AND e.released_at IS NULL
              LEFT JOIN user_identifiers n
                ON n.user_id = p.user_id AND n.kind = 'username' AND n.is_primary AND n.released_at IS NULL
              WHERE p.user_id = $1) u
        JOIN users account ON account.id = u.user_id
        """
    )
}
