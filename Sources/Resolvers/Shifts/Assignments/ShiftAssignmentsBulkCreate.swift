import Auth
import GraphQLEngine
import Postgres
import Schema

/// Assigns shifts with the same number of statements for one item as for all that are allowed.
enum ShiftAssignmentsBulkCreate: BulkMutation {
    static let payloadTypeName = "ShiftAssignmentsBulkCreatePayload"
    static let resultTypeName = "ShiftAssignmentsBulkCreateResult"
    static let entityField = "shiftAssignment"

    typealias Entity = ShiftAssignmentRow

    static func run(
        _ input: ShiftAssignmentsBulkCreateInput,
        _ context: ResolverContext
    ) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: ShiftAssignmentsBulkCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        let reach = try context.reach(.shiftAssign)
        return try await context.mutate(path: ["input", "items"]) { transaction in
            try await context.requireTeam(.shiftAssign, in: transaction)
            var batch = AssignmentBatch(
                input.items.enumerated().map { AssignmentItem($1, path: ["input", "items", String($0)]) }
            )
            batch.resolve(try await AssignmentLookup.read(batch.valid, reach, in: transaction))
            if input.errorPolicy == .rejectEverything && batch.hasFailures { batch.abort() }
            let isApplied = input.items.isEmpty || !batch.valid.isEmpty
            let stored =
                batch.valid.isEmpty
                ? nil
                : try await AssignmentChanges(batch, action: "shiftAssignmentsBulkCreate")
                    .store(in: transaction, context)
            let results = zip(input.items, batch.items).enumerated().map { index, pair in
                BulkResult<Self>(
                    index: Int32(index),
                    clientRef: pair.0.clientRef,
                    entity: pair.1.isValid ? pair.1.new.flatMap { stored?.assignments[$0.id] } : nil,
                    userErrors: pair.1.errors.errors
                )
            }
            return BulkPayload(results, isApplied: isApplied, clientMutationId: input.clientMutationId)
        }
    }
}
