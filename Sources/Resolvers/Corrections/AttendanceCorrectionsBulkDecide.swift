import Auth
import GraphQLEngine
import Schema

/// Decides corrections with the same number of statements for one item as for all that are allowed.
enum AttendanceCorrectionsBulkDecide: BulkMutation {
    static let field = "attendanceCorrectionsBulkDecide"
    static let payloadTypeName = "AttendanceCorrectionsBulkDecidePayload"
    static let resultTypeName = "AttendanceCorrectionsBulkDecideResult"
    static let entityField = "attendanceCorrection"

    typealias Entity = AttendanceCorrectionRow

    static func run(
        _ input: AttendanceCorrectionsBulkDecideInput,
        _ context: ResolverContext
    ) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: AttendanceCorrectionsBulkDecideInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        let items = input.items.enumerated().map { CorrectionDecision($1, index: $0) }
        return try await context.mutate(path: ["input", "items"]) { transaction in
            try await context.requireTeam(.attendanceDecide, in: transaction)
            let rejectsEverything = input.errorPolicy == .rejectEverything
            var decisions = CorrectionDecisions(items, action: field, rejectsEverything: rejectsEverything, context)
            let decided = try await decisions.run(in: transaction)
            let results = decisions.items.enumerated().map { index, item in
                BulkResult<Self>(
                    index: Int32(index),
                    clientRef: item.clientRef,
                    entity: item.isValid ? item.correctionID.flatMap { decided[$0] } : nil,
                    userErrors: item.errors.errors
                )
            }
            let isApplied = items.isEmpty || !decided.isEmpty
            return BulkPayload<Self>(results, isApplied: isApplied, clientMutationId: input.clientMutationId)
        }
    }
}
