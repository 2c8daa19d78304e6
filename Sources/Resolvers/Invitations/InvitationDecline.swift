import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Turns an invitation down, whoever presents its link.
enum InvitationDecline: EntityMutation {
    static let payloadTypeName = "InvitationDeclinePayload"
    static let entityField = "invitation"

    typealias Entity = InvitationPreviewRow

    static func run(_ input: InvitationDeclineInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await context.account {
            try await decline(try InvitationLink(input.token, path: ["input", "token"]), context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    /// The link stands for itself: no session is asked for, and none is believed.
    private static func decline(
        _ link: InvitationLink,
        _ context: ResolverContext
    ) async throws -> InvitationPreviewRow {
        let now = context.request.now
        let token = link.token
        return try await context.services.database.transaction(in: AuthScope()) { transaction in
            try await link.require(in: transaction)
            let tenant = TenantScope(organizationID: token.routingID, userID: GlobalID.unmatchable.uuid)
            try await transaction.within(tenant) { transaction in
                let results = try await transaction.pipeline([
                    OrganizationLock.acquire(), lock(.bytes(token.hash)),
                ])
                guard let invitation = results[1].first.map(InvitationRow.init) else {
                    throw UserErrors.invalidInvitation(path: link.path)
                }
                guard invitation.status(at: now) == .pending else { throw UserErrors.notPending(path: link.path) }
                let end = InvitationStatements.end(.uuid(invitation.id), .text("declined"), .timestamp(now))
                _ = try await transaction.pipeline([end, context.audit([entry(invitation)], by: AuditActor())])
            }
            let rows = try await transaction.run(InvitationPreviewRow.byToken(token, nil))
            return InvitationPreviewRow(rows[0])
        }
    }

    private static func entry(_ invitation: InvitationRow) -> AuditEntry {
        AuditEntry(
            action: "invitationDecline",
            entityType: "Invitation",
            entityID: invitation.id,
            oldValues: ["status": "PENDING"],
            newValues: ["status": "DECLINED"]
        )
    }

    private static let lock = Statement<TenantScope>(
        "lock invitation by token",
        """
        SELECT \(InvitationRow.columns) FROM organization_invitations i
        WHERE i.organization_id = $1 AND i.token_hash = $2
        FOR NO KEY UPDATE
        """
    )
}
