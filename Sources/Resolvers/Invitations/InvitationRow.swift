import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// An invitation, over a row of the table with the alias `i`.
struct InvitationRow: TableRow {
    static let typeName = "Invitation"
    static let columnCount = 13
    static let columns = """
        i.id, i.email, i.role, i.role_ids, i.employee_id, i.status, i.invited_by, i.created_at, i.expires_at, \
        i.last_sent_at, i.send_count, i.decided_at, i.accepted_by_user_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var email: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var role: DatabaseEnum<MembershipRole> { DatabaseEnum(utf8: row.utf8(2)) }
    var roleIDs: [UUID] { row.uuids(3) }
    var employeeID: UUID? { row.optionalUUID(4) }
    /// A member's id.
    var invitedBy: UUID { row.uuid(6) }
    var createdAt: Timestamp { row.timestamp(7) }
    var expiresAt: Timestamp { row.timestamp(8) }
    var lastSentAt: Timestamp? { row.optionalTimestamp(9) }
    var sendCount: Int32 { row.int32(10) }
    var acceptedBy: UUID? { row.optionalUUID(12) }

    /// An invitation is over when its time is, also before background work has marked it.
    func status(at now: Timestamp) -> InvitationStatus {
        let stored = InvitationStatus(rawValue: row.string(5).uppercased()) ?? .revoked
        return stored == .pending && expiresAt <= now ? .expired : stored
    }

    func decidedAt(at now: Timestamp) -> Timestamp? {
        status(at: now) == .expired ? expiresAt : row.optionalTimestamp(11)
    }
}

extension InvitationRow {
    /// Finds invitations of the viewer's organization.
    static func loader() -> Loader<InvitationRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    /// The same status as a condition's operand.
    ///
    /// - Parameter now: the placeholder of the server's clock.
    static func status(at now: String) -> String {
        "(CASE WHEN i.status = 'pending' AND i.expires_at <= \(now) THEN 'expired'::invitation_status ELSE i.status END)"
    }

    private static let byID = Statement<TenantScope>(
        "invitations by id",
        "SELECT \(columns) FROM organization_invitations i WHERE i.organization_id = $1 AND i.id = ANY($2)"
    )
}
