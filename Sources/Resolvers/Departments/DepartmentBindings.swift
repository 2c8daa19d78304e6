import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Departments, their connections, the queries for them and the mutations of them.
    mutating func bindDepartments() {
        bindConnection(of: DepartmentRow.self)
        object(DepartmentRow.self) { type in
            type.bindValues()
            type.bindRelations()
        }
        object(OrganizationRow.self) { type in
            type.objects("departments", OrganizationDepartmentsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try DepartmentPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindDepartmentMutations()
    }
}

extension ObjectBinding<DepartmentRow, ResolverContext> {
    fileprivate mutating func bindValues() {
        value("id") { GlobalID(.department, $0.id) }
        value("deletedAt") { $0.deletedAt }
        value("version") { $0.version }
        value("name") { $0.name }
        value("code") { $0.code }
    }

    fileprivate mutating func bindRelations() {
        objects("parent") { rows, context in context.loaders.departments.load(rows.map(\.parentID)) }
        objects("manager") { rows, context in context.loaders.employees.load(rows.map(\.managerID)) }
        objects("children") { rows, context in try DepartmentTree.children(of: rows.map(\.id), context) }
        values("employeeCount") { rows, context in try DepartmentTree.employeeCounts(of: rows.map(\.id), context) }
        objects("employees", DepartmentEmployeesArguments.self) { rows, arguments, call in
            try EmployeePages(arguments.page()).members(ofDepartments: rows.map(\.id), call)
        }
    }
}
