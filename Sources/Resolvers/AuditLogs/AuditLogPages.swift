import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of the audit log, newest entry first.
enum AuditLogPages {
    /// All of the viewer's organization.
    static func all(
        _ arguments: OrganizationAuditLogsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<AuditLogRow>> {
        var sql = SQLText()
        let query = PagedQuery<AuditLogRow>(
            name: "audit logs",
            source: "audit_logs a",
            parentCondition: nil,
            conditions: ["a.organization_id = $1"] + (arguments.filter?.conditions(&sql) ?? []),
            ordering: newestFirst,
            page: try arguments.page(),
            sql: sql
        )
        let organizationID = try call.context.tenant().organizationID
        return try query.connections(of: [organizationID], in: call.context, countsTotal: countsTotal(call))
            .map { $0[0] }
    }

    /// Of each employee what was changed of the record itself.
    static func all(
        ofEmployees ids: [UUID],
        _ arguments: EmployeeAuditLogsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<AuditLogRow>]> {
        let query = PagedQuery<AuditLogRow>(
            name: "employee audit logs",
            source: "audit_logs a",
            parentCondition: "a.entity_type = 'Employee' AND a.entity_id = parent.id",
            conditions: ["a.organization_id = $1"],
            ordering: newestFirst,
            page: try arguments.page(),
            sql: SQLText()
        )
        return try query.connections(of: ids, in: call.context, countsTotal: countsTotal(call))
    }

    /// Of every organization, for platform administrators; that they looked is recorded.
    static func ofEveryOrganization(
        _ arguments: PlatformAuditLogsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<AuditLogRow>> {
        var sql = SQLText(for: PlatformScope.self)
        let query = PagedQuery<AuditLogRow>(
            name: "platform audit logs",
            source: "audit_logs a",
            parentCondition: nil,
            conditions: ["true"] + (arguments.filter?.conditions(&sql) ?? []),
            ordering: newestFirst,
            page: try arguments.page(),
            sql: sql
        )
        return try query.platformConnection(
            in: call.context,
            countsTotal: countsTotal(call),
            recordedAs: PlatformAuditEntry(action: "platform.auditLogs")
        )
    }

    private static let newestFirst = Ordering(
        [OrderKey("OCCURRED_AT", "a.occurred_at", isDescending: true)],
        id: "a.id"
    )

    private static func countsTotal(_ call: FieldCall<ResolverContext>) -> Bool {
        call.selectedFields.contains("totalCount")
    }
}

extension OrganizationAuditLogsArguments: PageArguments {}
extension EmployeeAuditLogsArguments: PageArguments {}
extension PlatformAuditLogsArguments: PageArguments {}
