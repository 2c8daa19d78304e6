import FoundationEssentials
import Postgres
import Schema

extension AuditLogFilter {
    /// The filter as conditions on the table with the alias `a`; all must hold.
    func conditions(_ sql: inout SQLText) -> [String] {
        var conditions = actorId?.conditions(on: "a.actor_user_id", .user, &sql) ?? []
        conditions += action?.conditions(on: "a.action", &sql) ?? []
        conditions += entityType?.conditions(on: "a.entity_type", &sql) ?? []
        conditions += entityId?.entityConditions(&sql) ?? []
        conditions += occurredAt?.conditions(on: "a.occurred_at", &sql) ?? []
        conditions += requestId?.conditions(on: "a.request_id", &sql) ?? []
        conditions += ip?.conditions(on: "host(a.ip)", &sql) ?? []
        return conditions
    }
}

extension IDFilter {
    /// An entry names its object by type and key, as a global ID does. Malformed ids match nothing.
    fileprivate func entityConditions(_ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        for ids in [eq.map { [$0] }, self.in].compactMap({ $0 }) {
            let known = ids.filter { $0.kind != nil }
            let types = sql.parameter(.texts(known.map { $0.kind?.typeName }))
            let keys = sql.parameter(.uuids(known.map(\.uuid)))
            conditions.append(
                "(a.entity_type, a.entity_id) IN (SELECT * FROM unnest(\(types)::text[], \(keys)::uuid[]))"
            )
        }
        if let isNull { conditions.append("a.entity_id IS \(isNull ? "" : "NOT ")NULL") }
        return conditions
    }
}
