import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// A membership before and after a mutation.
struct MemberChange: Sendable {
    let member: StoredMember
    var values: MemberValues
    var reason: String?

    init(_ member: StoredMember) {
        self.member = member
        values = member.values
    }

    /// Tokens with the old rights become stale.
    fileprivate var changesRights: Bool {
        var values = values
        values.title = member.values.title
        return values != member.values
    }
    fileprivate var changesAccess: Bool { values.accessState != member.values.accessState }
    fileprivate var isRevoked: Bool { member.values.role == .admin && values.role == .member }
    fileprivate var isGranted: Bool { member.values.role == .member && values.role == .admin }
}

/// Any number of changes of memberships, stored with the same number of statements.
struct MemberChanges {
    let changes: [MemberChange]
    /// The mutation's root field.
    let action: String

    /// For one round trip; the last statement gives the changed members as ``MemberRow``s, in no particular order.
    ///
    /// Grants end before the membership that they need. What did not change has no statement.
    func statements(_ context: ResolverContext) throws -> [BoundStatement<TenantScope>] {
        let actor = Parameter.uuid(try context.tenant().viewer.claims.userID)
        return statements(by: actor, try context.auditRows(changes.map(auditEntry)))
    }

    /// The same for background work.
    func systemStatements() -> [BoundStatement<TenantScope>] {
        statements(by: .typedNull(.uuid), AuditRows.ofSystem(changes.map(auditEntry)))
    }

    private func statements(by actor: Parameter, _ audit: AuditRows) -> [BoundStatement<TenantScope>] {
        grants(actor) + statuses(actor) + customRoles(actor) + websiteRoles() + [audit.statement, update(actor)]
    }

    /// Stores the changes. Answers the members by id.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> [UUID: MemberRow] {
        let rows = try await transaction.pipeline(try statements(context)).last.map(Array.init) ?? []
        return Dictionary(uniqueKeysWithValues: rows.map(MemberRow.init).map { ($0.id, $0) })
    }

    private func grants(_ actor: Parameter) -> [BoundStatement<TenantScope>] {
        let revoked = changes.filter(\.isRevoked).map(\.member.id)
        let granted = changes.filter(\.isGranted).map(\.member.id)
        return (revoked.isEmpty ? [] : [MemberChangeStatements.revokeAdmins(.uuids(revoked), actor)])
            + (granted.isEmpty ? [] : [MemberChangeStatements.grantAdmins(.uuids(granted), actor)])
    }

    private func statuses(_ actor: Parameter) -> [BoundStatement<TenantScope>] {
        let closed = changes.filter { $0.changesAccess || $0.values.endReason != nil }
        let opened = changes.filter(\.changesAccess)
        let close = MemberChangeStatements.closeStatuses(.uuids(closed.map(\.member.id)))
        let open = MemberChangeStatements.openStatuses(
            actor,
            .uuids(opened.map(\.member.id)),
            .texts(opened.map { $0.values.accessState.rawValue.lowercased() }),
            .texts(opened.map(\.reason))
        )
        return (closed.isEmpty ? [] : [close]) + (opened.isEmpty ? [] : [open])
    }

    private func customRoles(_ actor: Parameter) -> [BoundStatement<TenantScope>] {
        let removed = pairs { $0.member.values.customRoleIDs.subtracting($0.values.customRoleIDs) }
        let added = pairs { $0.values.customRoleIDs.subtracting($0.member.values.customRoleIDs) }
        let remove = MemberChangeStatements.removeRoles(.uuids(removed.map(\.member)), .uuids(removed.map(\.role)))
        let add = MemberChangeStatements.addRoles(actor, .uuids(added.map(\.member)), .uuids(added.map(\.role)))
        return (removed.isEmpty ? [] : [remove]) + (added.isEmpty ? [] : [add])
    }

    /// Roles on websites end with the membership.
    private func websiteRoles() -> [BoundStatement<TenantScope>] {
        let ended = changes.filter { $0.values.endReason != nil }.map(\.member.id)
        return ended.isEmpty ? [] : [MemberChangeStatements.removeWebsiteRoles(.uuids(ended))]
    }

    private func pairs(_ roles: (MemberChange) -> Set<UUID>) -> [(member: UUID, role: UUID)] {
        changes.flatMap { change in roles(change).map { (change.member.id, $0) } }
    }

    private func update(_ actor: Parameter) -> BoundStatement<TenantScope> {
        MemberChangeStatements.update(
            actor,
            .uuids(changes.map(\.member.id)),
            .texts(changes.map(\.values.title)),
            .texts(changes.map { $0.values.accessState.rawValue.lowercased() }),
            .texts(changes.map { $0.values.endReason?.rawValue }),
            .bools(changes.map(\.changesRights))
        )
    }

    private func auditEntry(_ change: MemberChange) -> AuditEntry {
        let old = change.member.values.json
        let new = change.values.json
        return AuditEntry(
            action: action,
            entityType: "Member",
            entityID: change.member.id,
            oldValues: old.differences(from: new),
            newValues: new.differences(from: old),
            reason: change.reason
        )
    }
}
