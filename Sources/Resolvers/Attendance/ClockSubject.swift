import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Whom a punch is for.
enum ClockSubject {
    /// The viewer: the employee record of this member.
    case member(UUID)
    /// Somebody by id; one that the viewer does not reach is not found.
    case employee(UUID)

    /// - Parameter id: nil for the viewer.
    init(_ id: GlobalID?, _ context: ResolverContext) throws(GraphQLError) {
        if let id {
            self = .employee(id.key(of: .employee) ?? GlobalID.unmatchable.uuid)
        } else {
            self = .member(try context.tenant().memberID)
        }
    }

    /// What the employee `e` must be.
    func condition(_ context: ResolverContext, _ sql: inout SQLText) throws(GraphQLError) -> String {
        switch self {
        case .member(let id): return "e.member_id = \(sql.parameter(.uuid(id))) AND e.deleted_at IS NULL"
        case .employee(let id):
            let employee = sql.parameter(.uuid(id))
            let reach = try context.reach(.attendanceClock).condition(onEmployee: "e.id", &sql)
            return "e.id = \(employee) AND \(reach)"
        }
    }

    func bind(_ statement: ClockStatements.OfSubject, _ parameters: Parameter...) -> BoundStatement<TenantScope> {
        switch self {
        case .member(let id): statement.byMember.bind([.uuid(id)] + parameters)
        case .employee(let id): statement.byEmployee.bind([.uuid(id)] + parameters)
        }
    }

    /// The error when nobody was found.
    var missing: UserErrors {
        switch self {
        case .member:
            UserErrors(.noEmployeeRecord, "You have no employee record in this organization.", path: ["input"])
        case .employee: .notFound("employee", path: ["input", "employeeId"])
        }
    }
}
