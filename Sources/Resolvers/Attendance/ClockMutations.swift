import GraphQLEngine
import Schema

/// What a mutation of the clock answers.
struct ClockPayload<Action: ClockAction>: MutationPayload {
    static var typeName: String { Action.payloadTypeName }

    let outcome: MutationOutcome<ClockResult>
    let clientMutationId: String?

    var userErrors: [UserErrorRow] { outcome.userErrors }
}

extension Bindings<ResolverContext> {
    mutating func bindClock() {
        object(MutationRow.self) { type in
            type.mutation(ClockIn.field, MutationAttendanceClockInArguments.self) { arguments, call in
                try await call.context.clock(ClockIn.self, Punch(arguments.input))
            }
            type.mutation(ClockOut.field, MutationAttendanceClockOutArguments.self) { arguments, call in
                try await call.context.clock(ClockOut.self, Punch(arguments.input))
            }
            type.mutation(BreakStart.field, MutationAttendanceBreakStartArguments.self) { arguments, call in
                try await call.context.clock(BreakStart.self, Punch(arguments.input))
            }
            type.mutation(BreakEnd.field, MutationAttendanceBreakEndArguments.self) { arguments, call in
                try await call.context.clock(BreakEnd.self, Punch(arguments.input))
            }
        }
        bindPayload(of: ClockIn.self, hasRecord: true)
        bindPayload(of: ClockOut.self, hasRecord: true)
        bindPayload(of: BreakStart.self, hasRecord: false)
        bindPayload(of: BreakEnd.self, hasRecord: false)
    }

    private mutating func bindPayload<Action: ClockAction>(of action: Action.Type, hasRecord: Bool) {
        object(ClockPayload<Action>.self) { type in
            type.child("event") { $0.outcome.value?.event }
            type.child("session") { $0.outcome.value?.session }
            if hasRecord { type.child("record") { $0.outcome.value?.record } }
            type.bindPayload()
        }
    }
}

extension ResolverContext {
    fileprivate func clock<Action: ClockAction>(
        _ action: Action.Type,
        _ punch: Punch
    ) async throws -> ClockPayload<Action> {
        let outcome = try await mutate { transaction in
            try await Clock(self, transaction, punch).run(action)
        }
        return ClockPayload(outcome: outcome, clientMutationId: punch.clientMutationId)
    }
}
