import Auth
import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Employees, their connections, the queries for them and the mutations of them.
    mutating func bindEmployees() {
        bindConnection(of: EmployeeRow.self)
        object(EmployeeRow.self) { type in
            type.bindIdentity()
            type.bindEmployment()
            type.bindSensitiveFields()
            type.bindRelations()
        }
        bindEmployeeQueries()
        bindEmployeeMutations()
        bindEmployeesBulkUpsert()
        bindEmployeesBulkUpdate()
    }
}

extension ObjectBinding<EmployeeRow, ResolverContext> {
    fileprivate mutating func bindIdentity() {
        value("id") { GlobalID(.employee, $0.id) }
        value("createdAt") { $0.createdAt }
        value("updatedAt") { $0.updatedAt }
        value("version") { $0.version }
        value("deletedAt") { $0.deletedAt }
        value("number") { $0.number }
        value("fullName") { $0.fullName }
        value("externalRef") { $0.externalRef }
    }

    fileprivate mutating func bindEmployment() {
        value("jobTitle") { $0.jobTitle }
        value("employmentType") { $0.employmentType }
        value("status") { $0.status }
        value("hiredOn") { $0.hiredOn }
        value("terminatedOn") { $0.terminatedOn }
        value("timeZone") { $0.timeZone }
    }

    /// Null for employees beyond the reach of `employee.read_sensitive`, which can be narrower than that of the type.
    fileprivate mutating func bindSensitiveFields() {
        values("email") { rows, context in .ready(try context.sensitive(\.email, of: rows)) }
        values("phone") { rows, context in .ready(try context.sensitive(\.phone, of: rows)) }
        values("custom") { rows, context in .ready(try context.sensitive(\.optionalCustom, of: rows)) }
    }

    fileprivate mutating func bindRelations() {
        objects("department") { rows, context in context.loaders.departments.load(rows.map(\.departmentID)) }
        objects("location") { rows, context in context.loaders.workLocations.load(rows.map(\.locationID)) }
        objects("manager") { rows, context in context.loaders.employees.load(rows.map(\.managerID)) }
        objects("member") { rows, context in context.loaders.members.load(rows.map(\.memberID)) }
        objects("reports", EmployeeReportsArguments.self) { rows, arguments, call in
            try EmployeePages(arguments.page()).reports(of: rows.map(\.id), call)
        }
    }
}

extension EmployeeRow {
    fileprivate var optionalCustom: BorrowedJSON? { custom }
}

extension ResolverContext {
    fileprivate func sensitive<Value>(_ field: (EmployeeRow) -> Value?, of rows: [EmployeeRow]) throws -> [Value?] {
        let memberID = try tenant().memberID
        let reachesAll = try reachesAllSensitiveFields()
        return rows.map { reachesAll || $0.memberID == memberID ? field($0) : nil }
    }

    /// Whether the viewer may see everybody's contact and custom fields, or only their own.
    func reachesAllSensitiveFields() throws -> Bool {
        try tenant().viewer.rights.scope(of: .employeeReadSensitive) == .organization
    }
}
