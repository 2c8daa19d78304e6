import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindInvitationsBulkCreate() {
        bindBulkPayload(of: InvitationsBulkCreate.self)
        object(MutationRow.self) { type in
            type.mutation("invitationsBulkCreate", MutationInvitationsBulkCreateArguments.self) { arguments, call in
                try await InvitationsBulkCreate.run(arguments.input, call.context)
            }
        }
    }
}

/// Invites people with the same number of statements for one item as for all that are allowed.
enum InvitationsBulkCreate: BulkMutation {
    static let payloadTypeName = "InvitationsBulkCreatePayload"
    static let resultTypeName = "InvitationsBulkCreateResult"
    static let entityField = "invitation"

    typealias Entity = InvitationRow

    static func run(
        _ input: InvitationsBulkCreateInput,
        _ context: ResolverContext
    ) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: InvitationsBulkCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        let inviter = MemberAuthority(try context.tenant())
        return try await context.mutate(path: ["input", "items"]) { transaction in
            var drafts = input.items.enumerated().map { InvitationDraft($1, index: $0) }
            let lookup = try await InvitationLookup.read(for: drafts, in: transaction, context)
            refuseDuplicates(&drafts, lookup)
            for index in drafts.indices where drafts[index].isValid { drafts[index].resolve(lookup, inviter) }
            if input.errorPolicy == .rejectEverything && drafts.contains(where: { !$0.isValid }) { abort(&drafts) }
            let valid = drafts.filter(\.isValid)
            let batch = InvitationBatch(
                drafts: valid,
                lifetimeHours: lookup.lifetimeHours,
                action: "invitationsBulkCreate"
            )
            let stored = valid.isEmpty ? [:] : try await batch.store(in: transaction, context)
            return BulkPayload(
                drafts.enumerated().map { result($1, at: $0, stored) },
                isApplied: drafts.isEmpty || !valid.isEmpty,
                clientMutationId: input.clientMutationId
            )
        }
    }

    /// The first item with an address counts, be it valid or not.
    private static func refuseDuplicates(_ drafts: inout [InvitationDraft], _ lookup: InvitationLookup) {
        var seen: Set<String> = []
        for index in drafts.indices {
            guard let address = drafts[index].email.flatMap({ lookup.addresses[$0]?.normalized }),
                !seen.insert(address).inserted
            else { continue }
            drafts[index].errors.add(.duplicateInBatch, "An earlier item of the batch has this address.", "email")
        }
    }

    private static func abort(_ drafts: inout [InvitationDraft]) {
        for index in drafts.indices where drafts[index].isValid {
            drafts[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }

    /// - Parameter stored: the invitations that were made, by id.
    private static func result(
        _ draft: InvitationDraft,
        at index: Int,
        _ stored: [UUID: InvitationRow]
    ) -> BulkResult<Self> {
        BulkResult(
            index: Int32(index),
            clientRef: draft.clientRef,
            entity: stored[draft.id],
            userErrors: draft.errors.errors
        )
    }
}
