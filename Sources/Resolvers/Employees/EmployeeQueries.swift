import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindEmployeeQueries() {
        object(OrganizationRow.self) { type in
            type.objects("employees", OrganizationEmployeesArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try EmployeePages(arguments).all(call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        object(QueryRow.self) { type in
            type.objects("employee", QueryEmployeeArguments.self) { rows, arguments, call in
                try EmployeeQueries.employee(arguments.by, call.context).map { employee in rows.map { _ in employee } }
            }
        }
    }
}

private enum EmployeeQueries {
    /// The one live employee within reach that the selector names.
    static func employee(_ selector: EmployeeSelector, _ context: ResolverContext) throws -> Step<EmployeeRow?> {
        switch selector {
        case .id(let id): context.loaders.employees.load([id.key(of: .employee)]).map { $0[0] }
        case .number(let number): try employee(where: "e.employee_number", is: number, context)
        case .externalRef(let reference): try employee(where: "e.external_ref", is: reference, context)
        }
    }

    private static func employee(
        where column: String,
        is value: String,
        _ context: ResolverContext
    ) throws -> Step<EmployeeRow?> {
        var sql = SQLText()
        let wanted = sql.parameter(.text(value))
        let reach = try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "employee by key",
            """
            SELECT \(EmployeeRow.columns) FROM employees e \
            WHERE e.organization_id = $1 AND \(column) = \(wanted) AND e.deleted_at IS NULL AND \(reach)
            """
        )
        return try context.query(statement.bind(sql.parameters)).map { $0.first.map(EmployeeRow.init) }
    }
}
