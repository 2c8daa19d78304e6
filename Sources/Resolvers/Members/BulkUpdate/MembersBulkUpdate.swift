import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindMembersBulkUpdate() {
        bindBulkPayload(of: MembersBulkUpdate.self)
        object(MutationRow.self) { type in
            type.mutation("membersBulkUpdate", MutationMembersBulkUpdateArguments.self) { arguments, call in
                try await MembersBulkUpdate.run(arguments.input, call.context)
            }
        }
    }
}

/// Changes members with the same number of statements for one item as for all that are allowed.
enum MembersBulkUpdate: BulkMutation {
    static let payloadTypeName = "MembersBulkUpdatePayload"
    static let resultTypeName = "MembersBulkUpdateResult"
    static let entityField = "member"

    typealias Entity = MemberRow

    static func run(_ input: MembersBulkUpdateInput, _ context: ResolverContext) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId.given) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: MembersBulkUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        let authority = MemberAuthority(try context.tenant())
        return try await context.mutate(path: ["input", "items"]) { transaction in
            var items = items(input)
            let lookup = try await MemberLookup.read(
                members: items.compactMap(\.memberID),
                roles: items.flatMap(\.patch.roleKeys),
                in: transaction,
                context
            )
            for index in items.indices where items[index].isValid { items[index].resolve(lookup, authority) }
            if input.errorPolicy == .rejectEverything && items.contains(where: { !$0.isValid }) { abort(&items) }
            let changes = items.filter(\.isValid).compactMap(\.change)
            let isApplied = items.isEmpty || !changes.isEmpty
            let members =
                !changes.isEmpty
                ? try await MemberChanges(changes: changes, action: "membersBulkUpdate").store(in: transaction, context)
                : [:]
            let results = items.enumerated().map { result($1, at: $0, members) }
            return BulkPayload(results, isApplied: isApplied, clientMutationId: input.clientMutationId.given)
        }
    }

    /// The first item of a member counts, be it valid or not.
    private static func items(_ input: MembersBulkUpdateInput) -> [MemberBulkItem] {
        var items = input.items.enumerated().map { MemberBulkItem($1, index: $0) }
        var seen: Set<UUID> = []
        for index in items.indices {
            guard let id = items[index].memberID, !seen.insert(id).inserted else { continue }
            items[index].errors.add(.duplicateInBatch, "An earlier item of the batch is for this member.", "memberId")
        }
        return items
    }

    private static func abort(_ items: inout [MemberBulkItem]) {
        for index in items.indices where items[index].isValid {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }

    /// - Parameter members: those that were stored, by id.
    private static func result(
        _ item: MemberBulkItem,
        at index: Int,
        _ members: [UUID: MemberRow]
    ) -> BulkResult<Self> {
        BulkResult(
            index: Int32(index),
            clientRef: item.input.clientRef.given,
            entity: item.isValid ? item.memberID.flatMap { members[$0] } : nil,
            userErrors: item.errors.errors
        )
    }
}
