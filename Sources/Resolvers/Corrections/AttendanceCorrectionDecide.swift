import Auth
import GraphQLEngine
import Schema

enum AttendanceCorrectionDecide: CorrectionMutation {
    static let field = "attendanceCorrectionDecide"
    static let payloadTypeName = "AttendanceCorrectionDecidePayload"

    static func run(
        _ input: AttendanceCorrectionDecideInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let decision = CorrectionDecision(input)
        let outcome = try await context.mutate { transaction in
            try await context.requireTeam(.attendanceDecide, in: transaction)
            var decisions = CorrectionDecisions([decision], action: field, rejectsEverything: true, context)
            let decided = try await decisions.run(in: transaction)
            guard let correction = decided.values.first else { throw UserErrors(decisions.items[0].errors.errors) }
            return correction
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
