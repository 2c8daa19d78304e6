import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// What the tenant's role cannot read of people: their username and the state of their account.
///
/// Read as the sign-in role, and only for people whose profile the viewer has read.
enum UserDetails {
    static func usernames(of users: [UserRow], _ context: ResolverContext) throws -> Step<[String?]> {
        let missing = users.filter { !$0.isOwn }.map(\.id)
        guard !missing.isEmpty else { return .ready(users.map(\.username)) }
        return try context.query(selectUsernames(.uuids(missing))).map { rows in
            let found = Dictionary(rows.map { ($0.uuid(0), $0.string(1)) }, uniquingKeysWith: { $1 })
            return users.map { $0.isOwn ? $0.username : found[$0.id] }
        }
    }

    static func states(of users: [UserRow], _ context: ResolverContext) throws -> Step<[UserState]> {
        let missing = users.filter { $0.state == nil }.map(\.id)
        guard !missing.isEmpty else { return .ready(users.compactMap(\.state)) }
        return try context.query(selectStates(.uuids(missing))).map { rows in
            let found = Dictionary(rows.map { ($0.uuid(0), $0.string(1).uppercased()) }, uniquingKeysWith: { $1 })
            return users.map { $0.state ?? found[$0.id].flatMap(UserState.init(rawValue:)) ?? .inactive }
        }
    }

    private static let selectUsernames = Statement<AuthScope>(
        "usernames",
        """
        SELECT user_id, value FROM user_identifiers
        WHERE user_id = ANY($1) AND kind = 'username' AND is_primary AND released_at IS NULL
        """
    )

    private static let selectStates = Statement<AuthScope>(
        "states of people",
        "SELECT user_id, state FROM user_state WHERE user_id = ANY($1)"
    )
}
