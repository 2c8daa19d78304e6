import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindAssignmentMutations() {
        object(ShiftAssignPayload.self) { type in
            type.child("assignment") { $0.assignment }
            type.child("replaced") { $0.replaced }
            type.bindPayload()
        }
        bindPayload(of: ShiftUnassign.self)
        bindBulkPayload(of: ShiftAssignmentsBulkCreate.self)
        object(MutationRow.self) { type in
            type.mutation("shiftAssign", MutationShiftAssignArguments.self) { arguments, call in
                try await ShiftAssign.run(arguments.input, call.context)
            }
            type.mutation("shiftUnassign", MutationShiftUnassignArguments.self) { arguments, call in
                try await ShiftUnassign.run(arguments.input, call.context)
            }
            type.mutation(
                "shiftAssignmentsBulkCreate",
                MutationShiftAssignmentsBulkCreateArguments.self
            ) { arguments, call in
                try await ShiftAssignmentsBulkCreate.run(arguments.input, call.context)
            }
        }
    }
}
