import Auth
import FoundationEssentials
import Jobs
import Postgres
import Schema
import Time

/// Stores drafts of invitations and enqueues their letters, with the same number of statements for any number.
struct InvitationBatch {
    let drafts: [InvitationDraft]
    let lifetimeHours: Int64
    /// The mutation's root field.
    let action: String

    /// Answers the invitations by id.
    func store(
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> [UUID: InvitationRow] {
        let letters = drafts.map { InvitationLetter(invitationID: $0.id, generation: 1).job }
        let statements = [try insert(context), letters.enqueued(), try context.audit(drafts.map(auditEntry))]
        let rows = try await transaction.pipeline(statements)[0].map(InvitationRow.init)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    }

    private func insert(_ context: ResolverContext) throws -> BoundStatement<TenantScope> {
        let tenant = try context.tenant()
        let now = context.request.now
        let tokens = context.services.accounts.mailedTokens
        let hashes = drafts.map {
            tokens.token(.invitation, routingID: tenant.organizationID, id: $0.id).hash.hexadecimal
        }
        return Self.insert(
            .uuid(tenant.memberID),
            .timestamp(now),
            .timestamp(now.adding(hours: lifetimeHours)),
            .uuids(drafts.map(\.id)),
            .texts(drafts.map(\.email)),
            .texts(drafts.map { $0.role.rawValue.lowercased() }),
            .texts(drafts.map { "{" + Set($0.roleKeys).map(\.uuidString).joined(separator: ",") + "}" }),
            .uuids(drafts.map(\.employeeKey)),
            .texts(hashes),
            .texts(drafts.map(\.locale))
        )
    }

    private func auditEntry(_ draft: InvitationDraft) -> AuditEntry {
        AuditEntry(action: action, entityType: "Invitation", entityID: draft.id, newValues: draft.json)
    }

    /// Lists within a list and bytes go as text.
    private static let insert = Statement<TenantScope>(
        "insert invitations",
        """
        INSERT INTO organization_invitations AS i (organization_id, invited_by, created_at, last_sent_at, expires_at,
            send_count, id, email, role, role_ids, employee_id, token_hash, locale)
        SELECT $1, $2, $3, $3, $4, 1, v.id, v.email, v.role::membership_role, v.role_ids::uuid[], v.employee_id,
               decode(v.token_hash, 'hex'), v.locale
        FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[], $11::text[])
             AS v (id, email, role, role_ids, employee_id, token_hash, locale)
        RETURNING \(InvitationRow.columns)
        """
    )
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
