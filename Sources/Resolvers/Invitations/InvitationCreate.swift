import Postgres
import Schema

/// Invites somebody by e-mail. The letter goes out behind the transaction.
enum InvitationCreate: InvitationMutation {
    static let payloadTypeName = "InvitationCreatePayload"

    static func run(_ input: InvitationCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: InvitationCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<InvitationRow> {
        let inviter = MemberAuthority(try context.tenant())
        let draft = InvitationDraft(input)
        guard draft.isValid else { return .failure(UserErrors(draft.errors.errors)) }
        return try await context.mutate { transaction in
            let lookup = try await InvitationLookup.read(for: [draft], in: transaction, context)
            var resolved = draft
            resolved.resolve(lookup, inviter)
            try resolved.errors.throwIfAny()
            let batch = InvitationBatch(
                drafts: [resolved],
                lifetimeHours: lookup.lifetimeHours,
                action: "invitationCreate"
            )
            guard let invitation = try await batch.store(in: transaction, context)[draft.id] else {
                throw PublicErrors.internalError
            }
            return invitation
        }
    }
}
