import Postgres

/// The statements of the clock's mutations. All but the first rely on the lock that the first one takes.
enum ClockStatements {
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
        address: String,
        zone: String
    ) -> Statement<TenantScope> {
        let own = "coalesce(e.time_zone, l.time_zone, o.time_zone)"
        return Statement(
            "lock employee",
            """
            SELECT e.id, e.member_id IS NOT DISTINCT FROM \(member)::uuid,
                   e.status = 'terminated' OR e.deleted_at IS NOT NULL, \(own),
                   \(zone)::text IS NULL OR \(zone) = \(own)
                     OR EXISTS (SELECT FROM time_zones z WHERE z.name = \(zone)),
                   coalesce(t.max_device_clock_skew_seconds, 300), coalesce(t.allow_web_clock, true),
                   \(isNetworkAllowed(address)), coalesce(t.geofence_mode, 'off'),
                   CASE WHEN l.radius_meters IS NOT NULL THEN l.id END, l.latitude, l.longitude, l.radius_meters
            FROM employees e
            JOIN organizations o ON o.id = e.organization_id
            LEFT JOIN organization_settings t ON t.organization_id = e.organization_id
            LEFT JOIN work_locations l
              ON l.organization_id = e.organization_id AND l.id = e.location_id AND l.deleted_at IS NULL
            WHERE e.organization_id = $1 AND \(condition)
            FOR NO KEY UPDATE OF e
            """
        )
    }

    /// The location's networks count, and the organization's where the location has none.
    private static func isNetworkAllowed(_ address: String) -> String {
        let networks = """
            CASE WHEN cardinality(l.ip_allowlist) > 0 THEN l.ip_allowlist ELSE coalesce(t.ip_allowlist, '{}') END
            """
        return """
            cardinality(\(networks)) = 0 OR coalesce(\(address)::inet <<= ANY(\(networks)), false)
            """
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
