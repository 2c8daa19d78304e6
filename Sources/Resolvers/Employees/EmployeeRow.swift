import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// An employee, over a row of the table with the alias `e`.
struct EmployeeRow: TableRow {
    static let typeName = "Employee"
    static let columnCount = 22
    /// The organization's zone does not depend on the row, so PostgreSQL reads it once per statement; the location's is
    /// read only for those without their own.
    static let columns = """
        e.id, e.created_at, e.updated_at, e.version, e.deleted_at, e.employee_number, e.full_name, e.email, e.phone, \
        e.job_title, e.employment_type, e.status, e.hired_on, e.terminated_on, e.department_id, e.manager_id, \
        e.member_id, e.external_ref, e.custom, e.time_zone, \
        coalesce(e.time_zone, (SELECT l.time_zone FROM work_locations l WHERE l.organization_id = $1 AND l.id = e.location_id), \
        (SELECT o.time_zone FROM organizations o WHERE o.id = $1)), e.location_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var createdAt: Timestamp { row.timestamp(1) }
    var updatedAt: Timestamp { row.timestamp(2) }
    var version: Int32 { row.int32(3) }
    var deletedAt: Timestamp? { row.optionalTimestamp(4) }
    var number: BorrowedText { BorrowedText(utf8: row.utf8(5)) }
    var fullName: BorrowedText { BorrowedText(utf8: row.utf8(6)) }
    var email: BorrowedText? { text(7) }
    var phone: BorrowedText? { text(8) }
    var jobTitle: BorrowedText? { text(9) }
    var employmentType: DatabaseEnum<EmploymentType> { DatabaseEnum(utf8: row.utf8(10)) }
    var status: DatabaseEnum<EmploymentStatus> { DatabaseEnum(utf8: row.utf8(11)) }
    var hiredOn: CalendarDate { row.date(12) }
    var terminatedOn: CalendarDate? { row.optionalDate(13) }
    var departmentID: UUID? { row.optionalUUID(14) }
    var managerID: UUID? { row.optionalUUID(15) }
    var memberID: UUID? { row.optionalUUID(16) }
    var externalRef: BorrowedText? { text(17) }
    var custom: BorrowedJSON { BorrowedJSON(utf8: row.json(18)) }
    /// The employee's own, else the location's, else the organization's.
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(20)) }
    var locationID: UUID? { row.optionalUUID(21) }

    private func text(_ column: Int) -> BorrowedText? {
        row.optionalUTF8(column).map(BorrowedText.init(utf8:))
    }
}

extension EmployeeRow {
    /// Finds live employees within the viewer's reach.
    static func loader() -> Loader<EmployeeRow> {
        Loader { context, ids in
            var sql = SQLText()
            let wanted = sql.parameter(.uuids(ids))
            let reach = try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql)
            let statement = Statement<TenantScope>(
                "employees by id",
                """
                SELECT \(columns) FROM employees e \
                WHERE e.organization_id = $1 AND e.id = ANY(\(wanted)) AND e.deleted_at IS NULL AND \(reach)
                """
            )
            return statement.bind(sql.parameters)
        }
    }
}
