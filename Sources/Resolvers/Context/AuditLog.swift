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
    var kind = Kind.user

    /// Raw values are the database's.
    enum Kind: String {
        case user, device, system
    }

    /// The device that signed in for the transaction, which the database knows by its key.
    static let device = AuditActor(kind: .device)
    /// Background work, on behalf of nobody.
    static let system = AuditActor(kind: .system)
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

    /// The same for a statement that stores the changes themselves as well.
    func auditRows(_ entries: [AuditEntry]) throws(GraphQLError) -> AuditRows {
        try auditRows(entries, by: auditActor())
    }

    private func auditActor() throws(GraphQLError) -> AuditActor {
        if principal?.device != nil { return .device }
        let tenant = try tenant()
        let claims = tenant.viewer.claims
        return AuditActor(userID: claims.userID, memberID: tenant.memberID, sessionID: claims.sessionID)
    }

    /// The same for changes of somebody who is no member yet, or stays unknown.
    func audit(_ entries: [AuditEntry], by actor: AuditActor) -> BoundStatement<TenantScope> {
        auditRows(entries, by: actor).statement
    }

    private func auditRows(_ entries: [AuditEntry], by actor: AuditActor) -> AuditRows {
        AuditRows(entries, by: actor, in: self)
    }
}

/// Rows of the audit log, for a statement of their own or beside others in one.
struct AuditRows: Sendable {
    /// Those of ``insert(from:)``, in their order.
    let parameters: [Parameter]

    /// - Parameter context: of the request; nil for background work.
    fileprivate init(_ entries: [AuditEntry], by actor: AuditActor, in context: ResolverContext?) {
        parameters = [
            .optional(actor.userID), .optional(actor.memberID), .optional(actor.sessionID),
            .optional(context?.request.requestID), .optional(context?.request.clientAddress),
            .optional(context?.client.userAgent), .optional(context?.client.operationName),
            .texts(entries.map(\.action)), .texts(entries.map(\.entityType)), .uuids(entries.map(\.entityID)),
            .texts(entries.map { $0.oldValues.map { JSONValue.object($0).text } }),
            .texts(entries.map { $0.newValues.map { JSONValue.object($0).text } }),
            .texts(entries.map(\.reason)), .text(actor.kind.rawValue),
        ]
    }

    /// Changes that background work makes, under the names of the mutations that people make them with.
    static func ofSystem(_ entries: [AuditEntry]) -> AuditRows {
        AuditRows(entries, by: .system, in: nil)
    }

    /// What writes them by themselves.
    var statement: BoundStatement<TenantScope> { Self.insert.bind(parameters) }

    private static let insert = Statement<TenantScope>("audit", insert(from: 2))

    /// The text that inserts them; `$1` is the organization.
    ///
    /// - Parameter first: number of the first one of ``parameters``.
    static func insert(from first: Int) -> String {
        func p(_ place: Int) -> String { "$\(first + place)" }
        return """
            INSERT INTO audit_logs (organization_id, actor_kind, actor_device_id, actor_user_id, actor_member_id,
                                    session_id, request_id, ip, user_agent, operation_name, action, entity_type,
                                    entity_id, old_values, new_values, reason)
            SELECT $1, \(p(13)), app.current_device_id(), \(p(0)), \(p(1)), \(p(2)), \(p(3)), \(p(4))::inet,
                   \(p(5)), \(p(6)), v.action, v.entity_type, v.entity_id, v.old_values::jsonb, v.new_values::jsonb,
                   v.reason
            FROM unnest(\(p(7))::text[], \(p(8))::text[], \(p(9))::uuid[], \(p(10))::text[], \(p(11))::text[],
                        \(p(12))::text[])
                 AS v (action, entity_type, entity_id, old_values, new_values, reason)
            """
    }
}
