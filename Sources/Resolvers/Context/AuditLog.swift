import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres

/// One change, as the audit log keeps it.
struct AuditEntry {
    /// The mutation's root field.
    let action: String
    /// The GraphQL type of what was changed.
    let entityType: String
    let entityID: UUID?
    /// The changed values before and after; never passwords or tokens.
    var oldValues: JSONObject?
    var newValues: JSONObject?
    var reason: String?
}

/// Who made a change.
struct AuditActor {
    /// Nil for whoever holds a link.
    var userID: UUID?
    var memberID: UUID?
    var sessionID: UUID?
    var isDevice = false

    /// The device that signed in for the transaction, which the database knows by its key.
    static let device = AuditActor(isDevice: true)
}

extension ResolverContext {
    /// The statement that records changes of the caller, for the transaction that makes them.
    func audit(_ entries: AuditEntry...) throws(GraphQLError) -> BoundStatement<TenantScope> {
        try audit(entries)
    }

    /// The same for any number of changes: one statement.
    func audit(_ entries: [AuditEntry]) throws(GraphQLError) -> BoundStatement<TenantScope> {
        try audit(entries, by: auditActor())
    }

    private func auditActor() throws(GraphQLError) -> AuditActor {
        if principal?.device != nil { return .device }
        let tenant = try tenant()
        let claims = tenant.viewer.claims
        return AuditActor(userID: claims.userID, memberID: tenant.memberID, sessionID: claims.sessionID)
    }

    /// The same for changes of somebody who is no member yet, or stays unknown.
    func audit(_ entries: [AuditEntry], by actor: AuditActor) -> BoundStatement<TenantScope> {
        AuditLog.insert(
            .optional(actor.userID),
            .optional(actor.memberID),
            .optional(actor.sessionID),
            .text(request.requestID),
            .optional(request.clientAddress),
            .optional(client.userAgent),
            .optional(client.operationName),
            .texts(entries.map(\.action)),
            .texts(entries.map(\.entityType)),
            .uuids(entries.map(\.entityID)),
            .texts(entries.map { $0.oldValues.map { JSONValue.object($0).text } }),
            .texts(entries.map { $0.newValues.map { JSONValue.object($0).text } }),
            .texts(entries.map(\.reason)),
            .text(actor.isDevice ? "device" : "user")
        )
    }
}

private enum AuditLog {
    static let insert = Statement<TenantScope>(
        "audit",
        """
        INSERT INTO audit_logs (organization_id, actor_kind, actor_device_id, actor_user_id, actor_member_id, session_id,
                                request_id, ip, user_agent, operation_name, action, entity_type, entity_id, old_values,
                                new_values, reason)
        SELECT $1, $15, app.current_device_id(), $2, $3, $4, $5, $6::inet, $7, $8, v.action, v.entity_type, v.entity_id,
               v.old_values::jsonb, v.new_values::jsonb, v.reason
        FROM unnest($9::text[], $10::text[], $11::uuid[], $12::text[], $13::text[], $14::text[])
             AS v (action, entity_type, entity_id, old_values, new_values, reason)
        """
    )
}
