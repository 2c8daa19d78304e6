import Auth
import GraphQLEngine
import Postgres
import Schema

/// What `shiftAssign` answers.
struct ShiftAssignPayload: MutationPayload {
    static let typeName = "ShiftAssignPayload"

    /// Nil when the mutation failed.
    let assignment: ShiftAssignmentRow?
    let replaced: [ShiftAssignmentRow]?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}

enum ShiftAssign {
    static func run(_ input: ShiftAssignInput, _ context: ResolverContext) async throws -> ShiftAssignPayload {
        let outcome = try await outcome(AssignmentItem(input, path: ["input"]), context)
        return ShiftAssignPayload(
            assignment: outcome.value?.assignment,
            replaced: outcome.value?.replaced,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static func outcome(
        _ item: AssignmentItem,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<(assignment: ShiftAssignmentRow?, replaced: [ShiftAssignmentRow])> {
        let reach = try context.reach(.shiftAssign)
        return try await context.mutate { transaction in
            try await context.requireTeam(.shiftAssign, in: transaction)
            var batch = AssignmentBatch([item])
            try batch.items[0].errors.throwIfAny()
            batch.resolve(try await AssignmentLookup.read(batch.valid, reach, in: transaction))
            try batch.items[0].errors.throwIfAny()
            let stored = try await AssignmentChanges(batch, action: "shiftAssign").store(in: transaction, context)
            return (item.new.flatMap { stored.assignments[$0.id] }, stored.replaced)
        }
    }
}
