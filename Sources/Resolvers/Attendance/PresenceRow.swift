import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// Where an employee is now.
struct PresenceRow: ObjectRow {
    static let typeName = "Presence"

    let employee: EmployeeRow
    let state: PresenceState
    /// Nil for somebody who was never there.
    let since: Timestamp?
    /// The open one.
    let session: AttendanceSessionRow?
}

extension PresenceRow {
    /// - Parameter row: of ``statement(employees:reach:)``.
    init(_ employee: EmployeeRow, _ row: Row) {
        let start = AttendanceSessionRow.columnCount + 1
        let breakStart = row.optionalTimestamp(start)
        session = row.isNull(0) ? nil : AttendanceSessionRow(row)
        since = breakStart ?? session?.clockInAt ?? row.optionalTimestamp(start + 1)
        state = session == nil ? .out : breakStart == nil ? .in : .onBreak
        self.employee = employee
    }

    /// One row for each employee within the reach: their open session, their number among the ids from 1,
    /// the start of the open break, and the last clock-out of those who are out.
    static func statement(employees: [UUID], reach: Reach) -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let ids = sql.parameter(.uuids(employees))
        let condition = reach.condition(onEmployee: "parent.id", &sql)
        let statement = Statement<TenantScope>(
            "presence",
            """
            SELECT \(AttendanceSessionRow.columns), parent.number, b.started_at, CASE WHEN s.id IS NULL THEN (
              SELECT r.last_out_at FROM attendance_records r
              WHERE r.organization_id = $1 AND r.employee_id = parent.id AND r.last_out_at IS NOT NULL
              ORDER BY r.work_date DESC, r.slot DESC LIMIT 1) END
            FROM unnest(\(ids)::uuid[]) WITH ORDINALITY AS parent (id, number)
            LEFT JOIN attendance_sessions s
              ON s.organization_id = $1 AND s.employee_id = parent.id AND s.status = 'open'
            LEFT JOIN attendance_breaks b ON b.organization_id = $1 AND b.session_id = s.id AND b.ended_at IS NULL
            WHERE \(condition)
            """
        )
        return statement.bind(sql.parameters)
    }

    /// The presence of each employee; nil beyond the viewer's reach.
    static func presences(of employees: [EmployeeRow], in context: ResolverContext) throws -> Step<[PresenceRow?]> {
        let reach = try context.reach(.attendanceRead)
        return try context.query(statement(employees: employees.map(\.id), reach: reach)).map { rows in
            var presences = [PresenceRow?](repeating: nil, count: employees.count)
            for row in rows {
                let index = Int(row.int64(AttendanceSessionRow.columnCount)) - 1
                presences[index] = PresenceRow(employees[index], row)
            }
            return presences
        }
    }
}
