import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of employees within the viewer's reach, under whichever parent.
struct EmployeePages {
    private let page: PageRequest
    private var ordering = EmployeePages.ordering([])
    private var filter: EmployeeFilter?
    private var search: String?

    /// In the order of their names.
    init(_ page: PageRequest) {
        self.page = page
    }

    init(_ arguments: OrganizationEmployeesArguments) throws(GraphQLError) {
        page = try arguments.page()
        ordering = Self.ordering(arguments.orderBy ?? [])
        filter = arguments.filter
        search = arguments.search
    }

    /// All of the viewer's organization.
    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<EmployeeRow>> {
        let organizationID = try call.context.tenant().organizationID
        return try connections("employees", parentCondition: nil, [organizationID], call).map { $0[0] }
    }

    func reports(of ids: [UUID], _ call: FieldCall<ResolverContext>) throws -> Step<[Connection<EmployeeRow>]> {
        try connections("reports", parentCondition: "e.manager_id = parent.id", ids, call)
    }

    func members(
        ofDepartments ids: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<EmployeeRow>]> {
        try connections("department employees", parentCondition: "e.department_id = parent.id", ids, call)
    }

    private func connections(
        _ name: StaticString,
        parentCondition: String?,
        _ parents: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<EmployeeRow>]> {
        var sql = SQLText()
        let conditions = try conditions(call.context, &sql)
        let query = PagedQuery<EmployeeRow>(
            name: name,
            source: "employees e",
            parentCondition: parentCondition,
            conditions: conditions,
            ordering: ordering,
            page: page,
            sql: sql
        )
        return try query.connections(
            of: parents,
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        var conditions = ["e.organization_id = $1"]
        if filter?.includeDeleted != true { conditions.append("e.deleted_at IS NULL") }
        conditions.append(try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql))
        if let filter { conditions.append(try EmployeeConditions.condition(filter, &sql)) }
        if let search, !search.allSatisfy(\.isWhitespace) { conditions += try matches(search, context, &sql) }
        return conditions
    }

    /// E-mail addresses are searched only where they may be read, so that they cannot be guessed piece by piece.
    private func matches(_ search: String, _ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        let found = EmployeeSearchIndex.condition([search], findsDeleted: filter?.includeDeleted == true, &sql)
        let reachesAll = try context.reachesAllSensitiveFields()
        if reachesAll && !found.isEmpty { return found }
        let pattern = sql.parameter(.text("%" + LikePattern.literal(search) + "%"))
        var matches = ["e.full_name", "e.employee_number"].map { "\($0) ILIKE \(pattern)" }
        if reachesAll {
            matches.append("e.email ILIKE \(pattern)")
        } else {
            let member = sql.parameter(.uuid(try context.tenant().memberID))
            matches.append("(e.member_id = \(member) AND e.email ILIKE \(pattern))")
        }
        return found + ["(" + matches.joined(separator: " OR ") + ")"]
    }

    /// By name unless the client says otherwise.
    static func ordering(_ orders: [EmployeeOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("FULL_NAME", EmployeeOrderField.fullName.expression),
            id: "e.id"
        )
    }
}

extension EmployeeOrderField {
    fileprivate var expression: String {
        switch self {
        case .fullName: "e.name_key"
        case .number: "e.employee_number"
        case .hiredOn: "e.hired_on"
        case .createdAt: "e.created_at"
        case .updatedAt: "e.updated_at"
        }
    }
}

extension OrganizationEmployeesArguments: PageArguments {}
extension EmployeeReportsArguments: PageArguments {}
extension DepartmentEmployeesArguments: PageArguments {}
