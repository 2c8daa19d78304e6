import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// An entry of the audit log, over a row of the table with the alias `a`.
struct AuditLogRow: TableRow {
    static let typeName = "AuditLog"
    static let columnCount = 16
    static let columns = """
        a.id, a.occurred_at, a.actor_kind, a.actor_user_id, a.action, a.entity_type, a.entity_id, a.old_values, \
        a.new_values, a.reason, a.request_id, a.operation_name, host(a.ip), a.user_agent, \(changedFields), a.actor_device_id
        """
    private static let changedFields = """
        ARRAY(SELECT f.name FROM jsonb_object_keys(coalesce(a.old_values, '{}') || coalesce(a.new_values, '{}')) \
        AS f (name) ORDER BY f.name)
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var occurredAt: Timestamp { row.timestamp(1) }
    var actorKind: DatabaseEnum<AuditActorKind> { DatabaseEnum(utf8: row.utf8(2)) }
    var actorUserID: UUID? { row.optionalUUID(3) }
    var action: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    var entityType: BorrowedText { BorrowedText(utf8: row.utf8(5)) }
    /// Nil also for objects that have no global ID.
    var entityID: GlobalID? {
        guard let id = row.optionalUUID(6), let kind = NodeKind(typeName: row.string(5)) else { return nil }
        return GlobalID(kind, id)
    }
    var oldValues: BorrowedJSON? { row.optionalJSON(7).map(BorrowedJSON.init(utf8:)) }
    var newValues: BorrowedJSON? { row.optionalJSON(8).map(BorrowedJSON.init(utf8:)) }
    var reason: BorrowedText? { text(9) }
    var requestID: BorrowedText? { text(10) }
    var operationName: BorrowedText? { text(11) }
    var ip: BorrowedText? { text(12) }
    var userAgent: BorrowedText? { text(13) }
    var changedFields: [String] { row.texts(14) }
    var actorDeviceID: UUID? { row.optionalUUID(15) }

    private func text(_ column: Int) -> BorrowedText? {
        row.optionalUTF8(column).map(BorrowedText.init(utf8:))
    }
}

extension AuditLogRow {
    /// Finds entries of the viewer's organization.
    static func loader() -> Loader<AuditLogRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "audit logs by id",
        "SELECT \(columns) FROM audit_logs a WHERE a.organization_id = $1 AND a.id = ANY($2)"
    )
}
