import Postgres

/// The statements of the clock's mutations. All but the first rely on the lock that the first one takes.
enum ClockStatements {
    /// Which sessions a punch's day has.
    enum Day {
        /// Those of the local date of the punch.
        case ofInstant
        /// Those of the open session's record.
        case ofOpenSession
    }

    /// A statement about an employee, who is `$2`: by their own id, or by the member's whose record it is.
    struct OfSubject: Sendable {
        let byEmployee: Statement<TenantScope>
        let byMember: Statement<TenantScope>

        /// - Parameter sql: makes the text from the expression of the employee's id.
        init(_ name: StaticString, _ sql: (String) -> String) {
            let ofMember = """
                (SELECT m.id FROM employees m WHERE m.organization_id = $1 AND m.member_id = $2 AND m.deleted_at IS NULL)
                """
            byEmployee = Statement(name, sql("$2"))
            byMember = Statement(name, sql(ofMember))
        }
    }

    /// Gives what ``ClockedEmployee`` reads. Looking for a zone among all is slow, so the employee's own comes first.
    static func lockEmployee(
        _ condition: String,
        member: String,
        instant: String,
        zone: String
    ) -> Statement<TenantScope> {
        Statement(
            "lock employee",
            """
            SELECT e.id, e.member_id IS NOT DISTINCT FROM \(member)::uuid,
                   e.status = 'terminated' OR e.deleted_at IS NOT NULL, coalesce(e.time_zone, o.time_zone),
                   \(zone)::text IS NULL OR \(zone) = coalesce(e.time_zone, o.time_zone)
                     OR EXISTS (SELECT FROM time_zones z WHERE z.name = \(zone)),
                   (\(instant)::timestamptz AT TIME ZONE coalesce(e.time_zone, o.time_zone))::date,
                   coalesce((SELECT t.max_device_clock_skew_seconds FROM organization_settings t
                             WHERE t.organization_id = $1), 300)
            FROM employees e JOIN organizations o ON o.id = e.organization_id
            WHERE e.organization_id = $1 AND \(condition)
            FOR NO KEY UPDATE OF e
            """
        )
    }

    static let openSession = OfSubject("open session") { employee in
        """
        SELECT \(AttendanceSessionRow.columns) FROM attendance_sessions s
        WHERE s.organization_id = $1 AND s.employee_id = \(employee) AND s.status = 'open'
        """
    }

    /// `$3` is the client's id of the event.
    static let replayed = OfSubject("replayed event") { employee in
        """
        SELECT \(AttendanceEventRow.columns) FROM \(AttendanceEventRow.source)
        WHERE v.organization_id = $1 AND v.employee_id = \(employee) AND v.client_event_id = $3
        """
    }

    /// `$3` is the instant.
    static let sessionsOfInstant = OfSubject("sessions of the date") { employee in
        """
        SELECT \(sessionWithBreak)
        FROM employees e
        JOIN organizations o ON o.id = e.organization_id
        JOIN attendance_records r ON r.organization_id = $1 AND r.employee_id = e.id AND r.slot = 1
          AND r.work_date = ($3::timestamptz AT TIME ZONE coalesce(e.time_zone, o.time_zone))::date
        JOIN attendance_sessions s ON s.organization_id = $1 AND s.record_id = r.id
        \(breaks)
        WHERE e.organization_id = $1 AND e.id = \(employee)
        ORDER BY s.clock_in_at, s.id, b.started_at
        """
    }

    static let sessionsOfOpenRecord = OfSubject("sessions of the open record") { employee in
        """
        SELECT \(sessionWithBreak)
        FROM attendance_sessions open
        JOIN attendance_sessions s ON s.organization_id = $1 AND s.record_id = open.record_id
        \(breaks)
        WHERE open.organization_id = $1 AND open.employee_id = \(employee) AND open.status = 'open'
        ORDER BY s.clock_in_at, s.id, b.started_at
        """
    }

    private static let sessionWithBreak = "\(AttendanceSessionRow.columns), b.started_at, b.ended_at, b.is_paid"
    private static let breaks = "LEFT JOIN attendance_breaks b ON b.organization_id = $1 AND b.session_id = s.id"

    static let sessionOfEvent = Statement<TenantScope>(
        "session of the event",
        """
        SELECT \(AttendanceSessionRow.columns) FROM attendance_events v
        JOIN attendance_sessions s ON s.organization_id = $1 AND s.employee_id = v.employee_id
        WHERE v.organization_id = $1 AND v.id = $2 AND \(AttendanceStatements.belongsToSession)
        """
    )

    static let recordOfEvent = Statement<TenantScope>(
        "record of the event",
        """
        SELECT \(AttendanceRecordRow.columns) FROM attendance_events v
        JOIN attendance_sessions s ON s.organization_id = $1 AND s.employee_id = v.employee_id
        JOIN attendance_records r ON r.organization_id = $1 AND r.id = s.record_id
        WHERE v.organization_id = $1 AND v.id = $2 AND \(AttendanceStatements.belongsToSession)
        """
    )
}
