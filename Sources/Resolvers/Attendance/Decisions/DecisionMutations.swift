import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    /// What people decide about days, sessions and punches of others.
    mutating func bindDecisions() {
        object(MutationRow.self) { type in
            type.mutation(RecordOverride.field, MutationAttendanceRecordOverrideArguments.self) { arguments, call in
                try await RecordOverride.run(arguments.input, call.context)
            }
            type.mutation(RecordsBulkOverride.field, MutationAttendanceRecordsBulkOverrideArguments.self) {
                arguments,
                call in
                try await RecordsBulkOverride.run(arguments.input, call.context)
            }
            type.mutation(SessionClose.field, MutationAttendanceSessionCloseArguments.self) { arguments, call in
                try await SessionClose.run(arguments.input, call.context)
            }
            type.mutation(EventVoid.field, MutationAttendanceEventVoidArguments.self) { arguments, call in
                try await EventVoid.run(arguments.input, call.context)
            }
            type.mutation(OvertimeApprove.field, MutationAttendanceOvertimeApproveArguments.self) { arguments, call in
                try await OvertimeApprove.run(arguments.input, call.context)
            }
            type.mutation(AttendanceRecompute.field, MutationAttendanceRecomputeArguments.self) { arguments, call in
                try await AttendanceRecompute.run(arguments.input, call.context)
            }
        }
        bindDecisionPayloads()
    }

    private mutating func bindDecisionPayloads() {
        bindPayload(of: RecordOverride.self)
        bindBulkPayload(of: RecordsBulkOverride.self)
        bindPayload(of: OvertimeApprove.self)
        object(SessionClosePayload.self) { type in
            type.child("session") { $0.outcome.value?.session }
            type.child("record") { $0.outcome.value?.record }
            type.bindPayload()
        }
        object(EventVoidPayload.self) { type in
            type.child("event") { $0.outcome.value?.event }
            type.child("record") { $0.outcome.value?.record }
            type.bindPayload()
        }
        object(AttendanceRecomputePayload.self) { type in
            type.bindPayload()
        }
    }
}

enum DecisionStatements {
    static let record = Statement<TenantScope>(
        "record of the day",
        "SELECT \(AttendanceRecordRow.columns) FROM attendance_records r WHERE r.organization_id = $1 AND r.id = $2"
    )
}
