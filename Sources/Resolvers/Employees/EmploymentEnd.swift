import FoundationEssentials
import Postgres
import Schema
import Time

/// The end of an employment, and what ends with it.
struct EmploymentEnd: Sendable {
    let employee: EmployeeValues
    /// The last day.
    let date: CalendarDate
    /// In the employee's zone.
    private let today: CalendarDate
    private let timeZone: String
    /// Nil when they are not at work.
    private let openSince: Timestamp?
    private let now: Timestamp

    /// - Parameter row: of ``circumstances``.
    init(of employee: EmployeeValues, on date: CalendarDate, _ row: Row, at now: Timestamp) {
        self.employee = employee
        self.date = date
        self.now = now
        today = row.date(0)
        timeZone = row.string(1)
        openSince = row.optionalTimestamp(2)
    }

    /// Whether the last day has begun.
    var isOver: Bool { date <= today }

    /// The employee as they are then.
    var ended: EmployeeValues {
        var ended = employee
        ended.status = isOver ? .terminated : .onNotice
        ended.terminatedOn = date
        return ended
    }

    /// - Throws: user errors for an employment that has ended, and for an end before its beginning.
    func check() throws(UserErrors) {
        var errors = InputErrors(path: ["input"])
        if employee.status == .terminated {
            let change = StateChange(from: employee.status, to: .terminated, allowed: [.active, .onNotice])
            errors.addTransition(change, of: "employee", "employeeId")
        }
        if date < employee.hiredOn {
            errors.add(.outOfRange, "The employment began on \(employee.hiredOn), after this day.", "on")
        }
        try errors.throwIfAny()
    }

    /// - Parameter actor: the person who ends it.
    func statements(by actor: UUID) -> [BoundStatement<TenantScope>] {
        let id = Parameter.uuid(employee.id)
        var statements = [Self.endAssignments(id, .date(date))]
        if closesSession { statements.append(Self.clockOut(id, .timestamp(now), .text(timeZone), .uuid(actor))) }
        return statements
    }

    /// The days that come out differently; nil for none.
    var changedDays: EmployeeDays? {
        guard isOver else { return nil }
        let after = date < today ? EmployeeDays(employee.id, from: date.advanced(byDays: 1), through: today) : nil
        guard closesSession, let openSince else { return after }
        let begun = EmployeeDays(employee.id, around: openSince)
        let ended = EmployeeDays(employee.id, around: now)
        let first = min(begun.first, after?.first ?? begun.first)
        return EmployeeDays(employee.id, from: first, through: ended.last)
    }

    private var closesSession: Bool { isOver && openSince.map { $0 < now } == true }
}

extension EmploymentEnd {
    /// The employee's day, zone and open session. Gives one row for an employee who is there.
    static let circumstances = Statement<TenantScope>(
        "circumstances of an employment's end",
        """
        SELECT ($3::timestamptz AT TIME ZONE z.name)::date, z.name, s.clock_in_at
        FROM employees e
        CROSS JOIN LATERAL (SELECT coalesce(e.time_zone,
          (SELECT l.time_zone FROM work_locations l WHERE l.organization_id = $1 AND l.id = e.location_id),
          (SELECT o.time_zone FROM organizations o WHERE o.id = $1)) AS name) z
        LEFT JOIN attendance_sessions s ON s.organization_id = $1 AND s.employee_id = e.id AND s.status = 'open'
        WHERE e.organization_id = $1 AND e.id = $2
        """
    )

    /// Those that would have begun later are gone.
    private static let endAssignments = Statement<TenantScope>(
        "end shift assignments",
        """
        UPDATE shift_assignments AS a
        SET deleted_at = CASE WHEN lower(a.valid) > $3::date THEN now() END,
            valid = CASE WHEN lower(a.valid) > $3 THEN a.valid ELSE daterange(lower(a.valid), $3 + 1) END
        WHERE a.organization_id = $1 AND a.employee_id = $2 AND a.deleted_at IS NULL
          AND NOT coalesce(upper(a.valid) <= $3 + 1, false)
        """
    )

    /// The punch that ends the open session, by hand of whoever ends the employment.
    private static let clockOut = Statement<TenantScope>(
        "clock out at the end of an employment",
        """
        INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes,
          source, actor_user_id)
        VALUES ($1, $2, 'clock_out', $3, $4, extract(epoch FROM ($3 AT TIME ZONE $4::text) - ($3 AT TIME ZONE 'UTC')) / 60,
          'manual', $5)
        """
    )
}
