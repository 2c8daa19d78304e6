import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// A live membership as a mutation finds it under the organization's lock.
struct StoredMember: Sendable {
    let id: UUID
    let version: Int32
    let values: MemberValues
    /// What rank and custom roles allow.
    let rights: Rights

    /// - Parameter row: of ``query(_:)``.
    init(_ row: Row) {
        id = row.uuid(0)
        version = row.int32(1)
        let role = Auth.MembershipRole(rawValue: row.string(3).uppercased()) ?? .member
        values = MemberValues(
            title: row.optionalString(2),
            role: role,
            accessState: MemberAccessState(rawValue: row.string(4).uppercased()) ?? .suspended,
            customRoleIDs: Set(row.uuids(5))
        )
        rights = Rights(role: role, customPermissions: PermissionSet(row.texts(6).compactMap(Permission.init(code:))))
    }
}

extension StoredMember {
    /// Finds live memberships; the organization is locked before.
    static func query(_ ids: [UUID]) -> BoundStatement<TenantScope> { select(.uuids(ids)) }

    private static let select = Statement<TenantScope>(
        "members to change",
        """
        SELECT m.id, m.version, m.title, r.role::text, m.access_state::text,
               ARRAY(SELECT x.role_id FROM organization_member_roles x
                     WHERE x.organization_id = $1 AND x.member_id = m.id),
               ARRAY(SELECT p.code FROM member_custom_permissions p
                     WHERE p.organization_id = $1 AND p.member_id = m.id)
        FROM organization_members m
        JOIN member_effective_role r ON r.organization_id = $1 AND r.member_id = m.id
        WHERE m.organization_id = $1 AND m.id = ANY($2) AND m.ended_at IS NULL
        """
    )
}

/// The members and custom roles that a mutation names, as they are once the organization is locked.
struct MemberLookup {
    let members: [UUID: StoredMember]
    /// The permissions of each role that was found.
    let roles: [UUID: PermissionSet]
    /// Of the further statements.
    let results: [ResultSet]

    /// Locks the organization and reads both, in one round trip.
    ///
    /// - Parameter statements: what else is to be read behind the lock, in the same round trip.
    /// - Throws: `TOKEN_STALE` when the viewer's rights changed meanwhile.
    static func read(
        members: [UUID] = [],
        roles: [UUID] = [],
        and statements: [BoundStatement<TenantScope>] = [],
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> MemberLookup {
        let head = [
            OrganizationLock.acquire(), ViewerEpoch.current(try context.tenant()),
            StoredMember.query(members), selectRoles(.uuids(roles)),
        ]
        let results = try await transaction.pipeline(head + statements)
        try ViewerEpoch.check(results[1])
        let members = results[2].map(StoredMember.init).map { ($0.id, $0) }
        let roles = results[3].map { ($0.uuid(0), PermissionSet($0.texts(1).compactMap(Permission.init(code:)))) }
        return MemberLookup(
            members: Dictionary(uniqueKeysWithValues: members),
            roles: Dictionary(uniqueKeysWithValues: roles),
            results: Array(results.dropFirst(head.count))
        )
    }

    private static let selectRoles = Statement<TenantScope>(
        "roles to assign",
        """
        SELECT q.id, ARRAY(SELECT jsonb_array_elements_text(q.permissions)) FROM roles q
        WHERE q.organization_id = $1 AND q.id = ANY($2) AND q.deleted_at IS NULL
        """
    )
}
