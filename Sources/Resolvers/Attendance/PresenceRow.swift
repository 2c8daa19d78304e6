import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// Where an employee is now: over a row of employees with the alias `e` with ``joins``.
struct PresenceRow: TableRow {
    static let typeName = "Presence"
    static let columnCount = EmployeeRow.columnCount + 4
    static let columns = "\(EmployeeRow.columns), \(now)"

    /// The open session, and the open break of it.
    static let joins = """
        LEFT JOIN attendance_sessions s ON s.organization_id = $1 AND s.employee_id = e.id AND s.status = 'open' \
        LEFT JOIN attendance_breaks b ON b.organization_id = $1 AND b.session_id = s.id AND b.ended_at IS NULL
        """

    /// The open session, its start and that of its break, and the last clock-out of those who are out.
    private static let now = """
        s.id, s.clock_in_at, b.started_at, CASE WHEN s.id IS NULL THEN (\
        SELECT r.last_out_at FROM attendance_records r \
        WHERE r.organization_id = $1 AND r.employee_id = e.id AND r.last_out_at IS NOT NULL \
        ORDER BY r.work_date DESC, r.slot DESC LIMIT 1) END
        """

    let employee: EmployeeRow
    /// The open one.
    let sessionID: UUID?
    let state: PresenceState
    /// Nil for somebody who was never there.
    let since: Timestamp?

    var id: UUID { employee.id }

    init(_ row: Row) {
        self.init(EmployeeRow(row), row, from: EmployeeRow.columnCount)
    }

    private init(_ employee: EmployeeRow, _ row: Row, from column: Int) {
        self.employee = employee
        sessionID = row.optionalUUID(column)
        let breakStart = row.optionalTimestamp(column + 2)
        since = breakStart ?? row.optionalTimestamp(column + 1) ?? row.optionalTimestamp(column + 3)
        state = sessionID == nil ? .out : breakStart == nil ? .in : .onBreak
    }
}

extension PresenceRow {
    /// Holds for those who are in the state.
    static func condition(_ state: PresenceState) -> String {
        switch state {
        case .in: "(s.id IS NOT NULL AND b.id IS NULL)"
        case .onBreak: "b.id IS NOT NULL"
        case .out: "s.id IS NULL"
        // Leave is not kept yet.
        case .onLeave: "false"
        }
    }

    /// The presence of each employee; nil beyond the viewer's reach.
    static func presences(of employees: [EmployeeRow], in context: ResolverContext) throws -> Step<[PresenceRow?]> {
        var sql = SQLText()
        let ids = sql.parameter(.uuids(employees.map(\.id)))
        let reach = try context.reach(.attendanceRead).condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "presence",
            """
            SELECT e.number, \(now)
            FROM unnest(\(ids)::uuid[]) WITH ORDINALITY AS e (id, number)
            \(joins)
            WHERE \(reach)
            """
        )
        return try context.query(statement.bind(sql.parameters)).map { rows in
            var presences = [PresenceRow?](repeating: nil, count: employees.count)
            for row in rows {
                let index = Int(row.int64(0)) - 1
                presences[index] = PresenceRow(employees[index], row, from: 1)
            }
            return presences
        }
    }
}
