import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindCorrectionMutations() {
        bindPayload(of: AttendanceCorrectionRequest.self)
        bindPayload(of: AttendanceCorrectionCancel.self)
        bindPayload(of: AttendanceCorrectionDecide.self)
        bindBulkPayload(of: AttendanceCorrectionsBulkDecide.self)
        object(EntityPayload<AttendanceCorrectionDecide>.self) { type in
            type.objects("record") { rows, context in
                try context.records(of: rows.compactMap(\.entity)).map { records in
                    var rest = records[...]
                    return rows.map { $0.entity == nil ? nil : rest.removeFirst() }
                }
            }
        }
        object(MutationRow.self) { type in
            type.mutation(
                AttendanceCorrectionRequest.field,
                MutationAttendanceCorrectionRequestArguments.self
            ) { arguments, call in
                try await AttendanceCorrectionRequest.run(arguments.input, call.context)
            }
            type.mutation(
                AttendanceCorrectionCancel.field,
                MutationAttendanceCorrectionCancelArguments.self
            ) { arguments, call in
                try await AttendanceCorrectionCancel.run(arguments.input, call.context)
            }
            type.mutation(
                AttendanceCorrectionDecide.field,
                MutationAttendanceCorrectionDecideArguments.self
            ) { arguments, call in
                try await AttendanceCorrectionDecide.run(arguments.input, call.context)
            }
            type.mutation(
                AttendanceCorrectionsBulkDecide.field,
                MutationAttendanceCorrectionsBulkDecideArguments.self
            ) { arguments, call in
                try await AttendanceCorrectionsBulkDecide.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has a correction.
protocol CorrectionMutation: EntityMutation where Entity == AttendanceCorrectionRow {
    /// The root field.
    static var field: String { get }
}

extension CorrectionMutation {
    static var entityField: String { "correction" }
}

extension AttendanceCorrectionRow {
    /// What a caller hears for a state that the correction cannot get any more.
    func refusal(of status: RequestStatus, path: [String]) -> UserErrorRow? {
        let allowed: [RequestStatus] = self.status == .pending ? [.approved, .rejected, .cancelled] : []
        let change = StateChange(from: self.status, to: status, allowed: allowed)
        return change.isAllowed ? nil : change.error(of: "correction", path: path)
    }
}
