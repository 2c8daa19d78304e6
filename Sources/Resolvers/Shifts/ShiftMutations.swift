import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindShiftMutations() {
        bindPayload(of: ShiftCreate.self)
        bindPayload(of: ShiftUpdate.self)
        bindPayload(of: ShiftDelete.self)
        object(MutationRow.self) { type in
            type.mutation("shiftCreate", MutationShiftCreateArguments.self) { arguments, call in
                try await ShiftCreate.run(arguments.input, call.context)
            }
            type.mutation("shiftUpdate", MutationShiftUpdateArguments.self) { arguments, call in
                try await ShiftUpdate.run(arguments.input, call.context)
            }
            type.mutation("shiftDelete", MutationShiftDeleteArguments.self) { arguments, call in
                try await ShiftDelete.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has a shift.
protocol ShiftMutation: EntityMutation where Entity == ShiftRow {}

extension ShiftMutation {
    static var entityField: String { "shift" }

    /// Locks one live shift against changes by others, and against being assigned.
    static var lock: Statement<TenantScope> { ShiftStatements.lock }
}

private enum ShiftStatements {
    static let lock = Statement<TenantScope>(
        "lock shift",
        """
        SELECT \(ShiftRow.columns) FROM shifts shift
        WHERE shift.organization_id = $1 AND shift.id = $2 AND shift.deleted_at IS NULL
        FOR NO KEY UPDATE
        """
    )
}
