import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Reads of people by platform administrators.
enum PlatformUsers {
    /// Everybody, in the order in which they registered.
    static func page(
        _ arguments: PlatformUsersArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<UserRow>> {
        var sql = SQLText(for: PlatformScope.self)
        var conditions = ["true"]
        if let state = arguments.state {
            conditions.append("u.state = \(sql.parameter(.text(state.rawValue.lowercased())))")
        }
        if let search = arguments.search, !search.allSatisfy(\.isWhitespace) {
            let pattern = sql.parameter(.text("%" + LikePattern.literal(search) + "%"))
            conditions.append(
                "(u.display_name ILIKE \(pattern) OR u.email ILIKE \(pattern) OR u.username ILIKE \(pattern))"
            )
        }
        let query = PagedQuery<UserRow>(
            name: "platform users",
            source: source,
            parentCondition: nil,
            conditions: conditions,
            ordering: Ordering([OrderKey("CREATED_AT", "account.created_at")], id: "u.user_id"),
            page: try arguments.page(),
            sql: sql
        )
        return try query.platformConnection(
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount"),
            recordedAs: PlatformAuditEntry(action: "platform.users", subject: ["search": .optional(arguments.search)])
        )
    }

    /// One person, whoever they are.
    static func one(_ id: UUID, _ context: ResolverContext) throws -> Step<UserRow?> {
        let entry = PlatformAuditEntry(action: "user", subject: ["userId": .optional(id)])
        return try context.query(PlatformUserStatements.user(.uuid(id)), recordedAs: entry)
            .map { $0.first.map(UserRow.init) }
    }

    /// The people with these ids, in their order, as a part of what is recorded already.
    static func all(_ ids: [UUID?], _ context: ResolverContext) throws -> Step<[UserRow?]> {
        try context.query(byID(.uuids(ids))).map { rows in
            let people = Dictionary(uniqueKeysWithValues: rows.map(UserRow.init).map { ($0.id, $0) })
            return ids.map { id in id.flatMap { people[$0] } }
        }
    }

    private static let byID = Statement<PlatformScope>(
        "people by id",
        "SELECT \(UserRow.columns) FROM \(source) WHERE u.user_id = ANY($1)"
    )

    /// What the columns of ``UserRow`` are read from.
    static let source = """
        (SELECT p.user_id, p.display_name, p.bio, p.locale, p.time_zone, p.updated_at, p.version, p.avatar_file_key, \
        e.value AS email, \
        e.verified_at AS email_verified_at, n.value AS username, s.state, false AS is_own FROM user_profile p \
        JOIN user_state s ON s.user_id = p.user_id \
        LEFT JOIN user_identifiers e \
        ON e.user_id = p.user_id AND e.kind = 'email' AND e.is_primary AND e.released_at IS NULL \
        LEFT JOIN user_identifiers n \
        ON n.user_id = p.user_id AND n.kind = 'username' AND n.is_primary AND n.released_at IS NULL) u \
        JOIN users account ON account.id = u.user_id
        """
}

extension PlatformUsersArguments: PageArguments {}
