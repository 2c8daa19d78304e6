import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindEmployeeMutations() {
        object(EmployeeCreatePayload.self) { type in
            type.child("employee") { $0.employee }
            type.child("invitation") { $0.invitation }
            type.bindPayload()
        }
        bindPayload(of: EmployeeUpdate.self)
        bindPayload(of: EmployeeTerminate.self)
        bindPayload(of: EmployeeDelete.self)
        bindPayload(of: EmployeeRestore.self)
        bindPayload(of: EmployeeLinkMember.self)
        object(MutationRow.self) { type in
            type.mutation("employeeCreate", MutationEmployeeCreateArguments.self) { arguments, call in
                try await EmployeeCreate.run(arguments.input, call.context)
            }
            type.mutation("employeeUpdate", MutationEmployeeUpdateArguments.self) { arguments, call in
                try await EmployeeUpdate.run(arguments.input, call.context)
            }
            type.mutation("employeeTerminate", MutationEmployeeTerminateArguments.self) { arguments, call in
                try await EmployeeTerminate.run(arguments.input, call.context)
            }
            type.mutation("employeeDelete", MutationEmployeeDeleteArguments.self) { arguments, call in
                try await EmployeeDelete.run(arguments.input, call.context)
            }
            type.mutation("employeeRestore", MutationEmployeeRestoreArguments.self) { arguments, call in
                try await EmployeeRestore.run(arguments.input, call.context)
            }
            type.mutation("employeeLinkMember", MutationEmployeeLinkMemberArguments.self) { arguments, call in
                try await EmployeeLinkMember.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has an employee.
protocol EmployeeMutation: EntityMutation where Entity == EmployeeRow {}

extension EmployeeMutation {
    static var entityField: String { "employee" }
}
