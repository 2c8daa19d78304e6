import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindDepartmentMutations() {
        bindPayload(of: DepartmentCreate.self)
        bindPayload(of: DepartmentUpdate.self)
        bindPayload(of: DepartmentDelete.self)
        object(MutationRow.self) { type in
            type.mutation("departmentCreate", MutationDepartmentCreateArguments.self) { arguments, call in
                try await DepartmentCreate.run(arguments.input, call.context)
            }
            type.mutation("departmentUpdate", MutationDepartmentUpdateArguments.self) { arguments, call in
                try await DepartmentUpdate.run(arguments.input, call.context)
            }
            type.mutation("departmentDelete", MutationDepartmentDeleteArguments.self) { arguments, call in
                try await DepartmentDelete.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has a department.
protocol DepartmentMutation: EntityMutation where Entity == DepartmentRow {}

extension DepartmentMutation {
    static var entityField: String { "department" }

    /// Locks one live department against changes by others.
    static var lock: Statement<TenantScope> { DepartmentStatements.lock }
}

private enum DepartmentStatements {
    static let lock = Statement<TenantScope>(
        "lock department",
        """
        SELECT \(DepartmentRow.columns) FROM departments d
        WHERE d.organization_id = $1 AND d.id = $2 AND d.deleted_at IS NULL
        FOR NO KEY UPDATE
        """
    )
}
