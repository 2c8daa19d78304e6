import Auth
import FoundationEssentials
import JSON
import Jobs
import Postgres
import Schema
import Time

/// Sends an invitation again, with a new token and its whole time before it; the link of before stops working.
enum InvitationResend: InvitationMutation {
    static let payloadTypeName = "InvitationResendPayload"
    /// Letters to an address that did not ask for them.
    static let maximumSendCount: Int32 = 10

    static func run(_ input: InvitationResendInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await change(input.invitationId, context) { invitation, transaction in
            try await check(invitation, transaction, context)
            return try await renew(invitation, transaction, context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    /// One that is over may be sent again, unless another for the address has taken its place.
    private static func check(
        _ invitation: InvitationRow,
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws {
        let path = ["input", "invitationId"]
        guard [.pending, .expired].contains(invitation.status(at: context.request.now)) else {
            throw UserErrors.notPending(path: path)
        }
        guard invitation.sendCount < maximumSendCount else {
            throw UserErrors(
                .limitReached,
                "An invitation is sent at most \(maximumSendCount) times. Revoke it and make another.",
                path: path
            )
        }
        if try await !transaction.run(hasSuccessor(.uuid(invitation.id))).isEmpty {
            throw UserErrors(.alreadyInvited, "The address has another open invitation.", path: path)
        }
    }

    private static func renew(
        _ invitation: InvitationRow,
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> InvitationRow {
        let generation = invitation.sendCount + 1
        let token = context.services.accounts.mailedTokens.token(
            .invitation,
            routingID: try context.tenant().organizationID,
            id: invitation.id,
            generation: generation
        )
        let letter = InvitationLetter(invitationID: invitation.id, generation: generation)
        let audit = try context.audit(
            AuditEntry(
                action: "invitationResend",
                entityType: "Invitation",
                entityID: invitation.id,
                oldValues: ["sendCount": .int(Int64(invitation.sendCount))],
                newValues: ["sendCount": .int(Int64(generation))]
            )
        )
        let renewal = renewal(
            .uuid(invitation.id),
            .bytes(token.hash),
            .int32(generation),
            .timestamp(context.request.now)
        )
        return InvitationRow(try await transaction.pipeline([renewal, letter.job.enqueued(), audit])[0][0])
    }

    private static let hasSuccessor = Statement<TenantScope>(
        "later invitation of the address",
        """
        SELECT FROM organization_invitations i
        JOIN organization_invitations other ON other.organization_id = $1
          AND other.email_normalized = i.email_normalized AND other.id <> i.id AND other.status = 'pending'
        WHERE i.organization_id = $1 AND i.id = $2
        """
    )

    private static let renewal = Statement<TenantScope>(
        "renew invitation",
        """
        UPDATE organization_invitations AS i
        SET token_hash = $3, send_count = $4, last_sent_at = $5, status = 'pending', decided_at = NULL,
            expires_at = $5 + make_interval(hours => (SELECT s.invitation_ttl_hours FROM organization_settings s
                                                      WHERE s.organization_id = $1))
        WHERE i.organization_id = $1 AND i.id = $2
        RETURNING \(InvitationRow.columns)
        """
    )
}
