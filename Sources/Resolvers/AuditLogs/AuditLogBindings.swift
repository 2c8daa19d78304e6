import Auth
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// The audit log and the fields that lead to it.
    mutating func bindAuditLogs() {
        bindConnection(of: AuditLogRow.self)
        object(AuditLogRow.self) { type in
            type.bindChange()
            type.bindRequest()
            type.objects("actor") { rows, context in try context.actors(of: rows) }
            type.objects("device") { rows, context in context.devices(of: rows) }
            type.objects("entity") { rows, context in try context.entities(of: rows) }
        }
        object(PlatformRow.self) { type in
            type.objects("auditLogs", PlatformAuditLogsArguments.self) { rows, arguments, call in
                try AuditLogPages.ofEveryOrganization(arguments, call).map { page in rows.map { _ in page } }
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("auditLogs", OrganizationAuditLogsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try AuditLogPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        object(EmployeeRow.self) { type in
            type.objects("auditLogs", EmployeeAuditLogsArguments.self) { rows, arguments, call in
                try AuditLogPages.all(ofEmployees: rows.map(\.id), arguments, call)
            }
        }
    }
}

extension ObjectBinding<AuditLogRow, ResolverContext> {
    fileprivate mutating func bindChange() {
        value("id") { GlobalID(.auditLog, $0.id) }
        value("occurredAt") { $0.occurredAt }
        value("actorKind") { $0.actorKind }
        value("action") { $0.action }
        value("entityType") { $0.entityType }
        value("entityId") { $0.entityID }
        value("oldValues") { $0.oldValues }
        value("newValues") { $0.newValues }
        value("changedFields") { $0.changedFields }
        value("reason") { $0.reason }
    }

    fileprivate mutating func bindRequest() {
        value("requestId") { $0.requestID }
        value("operationName") { $0.operationName }
        value("ip") { $0.ip }
        value("userAgent") { $0.userAgent }
    }
}

extension ResolverContext {
    /// Whoever is in no organization reads the log as a platform administrator.
    private var isOutside: Bool { viewer?.claims.organizationID == nil }

    /// Colleagues; for platform administrators whoever acted.
    fileprivate func actors(of rows: [AuditLogRow]) throws -> Step<[UserRow?]> {
        let ids = rows.map(\.actorUserID)
        return try isOutside ? PlatformUsers.all(ids, self) : loaders.users.load(ids)
    }

    /// Of the viewer's organization; platform administrators find nothing here.
    fileprivate func devices(of rows: [AuditLogRow]) -> Step<[DeviceRow?]> {
        isOutside ? .ready(rows.map { _ in nil }) : loaders.devices.load(rows.map(\.actorDeviceID))
    }

    /// Of the viewer's organization; platform administrators find nothing here.
    fileprivate func entities(of rows: [AuditLogRow]) throws -> Step<[NodeRow?]> {
        if isOutside { return .ready(rows.map { _ in nil }) }
        return try NodeLookup.entities(rows.map { $0.entityID ?? .unmatchable }, self)
    }
}
