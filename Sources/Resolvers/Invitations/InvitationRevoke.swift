import FoundationEssentials
import JSON
import Postgres
import Schema

/// Withdraws an invitation that is still open.
enum InvitationRevoke: InvitationMutation {
    static let payloadTypeName = "InvitationRevokePayload"

    static func run(_ input: InvitationRevokeInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let now = context.request.now
        let outcome = try await change(input.invitationId, context) { invitation, transaction in
            guard invitation.status(at: now) == .pending else {
                throw UserErrors.notPending(path: ["input", "invitationId"])
            }
            let audit = try context.audit(
                AuditEntry(
                    action: "invitationRevoke",
                    entityType: "Invitation",
                    entityID: invitation.id,
                    oldValues: ["status": "PENDING"],
                    newValues: ["status": "REVOKED"]
                )
            )
            let end = InvitationStatements.end(.uuid(invitation.id), .text("revoked"), .timestamp(now))
            return InvitationRow(try await transaction.pipeline([end, audit])[0][0])
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
