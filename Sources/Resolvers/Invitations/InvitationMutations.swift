import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindInvitationMutations() {
        bindPayload(of: InvitationCreate.self)
        bindPayload(of: InvitationResend.self)
        bindPayload(of: InvitationRevoke.self)
        bindPayload(of: InvitationDecline.self)
        bindInvitationAcceptPayload()
        object(MutationRow.self) { type in
            type.bindInviting()
            type.bindAnswers()
        }
        bindInvitationsBulkCreate()
    }
}

extension ObjectBinding<MutationRow, ResolverContext> {
    fileprivate mutating func bindInviting() {
        mutation("invitationCreate", MutationInvitationCreateArguments.self) { arguments, call in
            try await InvitationCreate.run(arguments.input, call.context)
        }
        mutation("invitationResend", MutationInvitationResendArguments.self) { arguments, call in
            try await InvitationResend.run(arguments.input, call.context)
        }
        mutation("invitationRevoke", MutationInvitationRevokeArguments.self) { arguments, call in
            try await InvitationRevoke.run(arguments.input, call.context)
        }
    }

    fileprivate mutating func bindAnswers() {
        mutation("invitationAccept", MutationInvitationAcceptArguments.self) { arguments, call in
            try await InvitationAccept.run(arguments.input, call.context)
        }
        mutation("invitationDecline", MutationInvitationDeclineArguments.self) { arguments, call in
            try await InvitationDecline.run(arguments.input, call.context)
        }
    }
}

/// A mutation of one invitation by its organization, whose payload has that invitation.
protocol InvitationMutation: EntityMutation where Entity == InvitationRow {}

extension InvitationMutation {
    static var entityField: String { "invitation" }

    /// Changes an invitation under the organization's lock.
    static func change(
        _ id: GlobalID,
        _ context: ResolverContext,
        _ change: (InvitationRow, Transaction<TenantScope>) async throws -> InvitationRow
    ) async throws -> MutationOutcome<InvitationRow> {
        let missing = UserErrors.notFound("invitation", path: ["input", "invitationId"])
        guard let key = id.key(of: .invitation) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), ViewerEpoch.current(try context.tenant()),
                InvitationStatements.lock(.uuid(key)),
            ])
            try ViewerEpoch.check(results[1])
            guard let invitation = results[2].first.map(InvitationRow.init) else { throw missing }
            return try await change(invitation, transaction)
        }
    }
}
