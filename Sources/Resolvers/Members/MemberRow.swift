import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A membership, over a row of the table with the alias `m`.
struct MemberRow: TableRow {
    static let typeName = "Member"
    static let columnCount = 9
    static let columns = """
        m.id, m.organization_id, m.user_id, m.title, m.access_state, m.joined_at, m.ended_at, m.version, \(role)
        """
    /// The view has live memberships only; one that ended carries no rights.
    static let role = """
        coalesce((SELECT x.role FROM member_effective_role x \
        WHERE x.organization_id = m.organization_id AND x.member_id = m.id), 'member'::membership_role)
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var organizationID: UUID { row.uuid(1) }
    var userID: UUID { row.uuid(2) }
    var title: BorrowedText? { row.optionalUTF8(3).map(BorrowedText.init(utf8:)) }
    var accessState: DatabaseEnum<MemberAccessState> { DatabaseEnum(utf8: row.utf8(4)) }
    var joinedAt: Timestamp { row.timestamp(5) }
    var endedAt: Timestamp? { row.optionalTimestamp(6) }
    var version: Int32 { row.int32(7) }
    var role: DatabaseEnum<MembershipRole> { DatabaseEnum(utf8: row.utf8(8)) }
}

extension MemberRow {
    /// Finds memberships of the viewer's organization, also those that ended.
    static func loader() -> Loader<MemberRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "members by id",
        "SELECT \(columns) FROM organization_members m WHERE m.organization_id = $1 AND m.id = ANY($2)"
    )
}
