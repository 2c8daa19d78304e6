import GraphQLEngine
import Postgres
import Schema

/// attendanceRecordOverride: sets the outcome of a day by hand; PENDING takes an earlier decision back.
enum RecordOverride: EntityMutation {
    typealias Entity = AttendanceRecordRow

    static let field = "attendanceRecordOverride"
    static let payloadTypeName = "AttendanceRecordOverridePayload"
    static let entityField = "record"

    static func run(
        _ input: AttendanceRecordOverrideInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let outcome = try await context.mutate { transaction in
            var decision = DayDecision(input)
            try decision.errors.throwIfAny()
            let stored = try await StoredDays.read(decision.range.map { [$0] } ?? [], in: transaction)
            decision.resolve(stored)
            try decision.errors.throwIfAny()
            let decisions = DayDecisions(decisions: [decision], action: field)
            let records = try await decisions.store(stored, in: transaction, context)
            guard let record = records[decision.days[0]] else { throw UserErrors.notFound("record", path: ["input"]) }
            return record
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
