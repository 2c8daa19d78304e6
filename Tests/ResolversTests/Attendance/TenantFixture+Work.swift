import FoundationEssentials
import Postgres
import Time

/// What somebody did on one day of January 2026, in hours of the day.
struct TestWork {
    var employee: UUID
    var day: Int
    var slot = 1
    var start = 8
    /// Nil for a session that is open.
    var end: Int? = 16
    var status = "present"
    var late = 0
    var overtime = 0
    var flags: [String] = []

    var date: String { "2026-01-" + (day < 10 ? "0" : "") + String(day) }
}

extension TenantFixture {
    /// Events, a session and a record in the first organization, as the database has them. Answers the session's id.
    @discardableResult func insertWork(_ work: TestWork) throws -> UUID {
        let owner = try owner()
        let (record, clockIn, clockOut, session) = (UUID(), UUID(), UUID(), UUID())
        let start = "\(work.date)T\(work.start):00:00Z"
        let end = work.end.map { "\(work.date)T\($0):00:00Z" }
        _ = try owner.query(
            """
            INSERT INTO attendance_records (organization_id, id, employee_id, work_date, slot, time_zone, scheduled_minutes,
              first_in_at, last_out_at, worked_minutes, break_minutes, late_minutes, overtime_minutes, status, flags)
            VALUES ($1, $2, $3, $4::text::date, $5, 'UTC', 480, $6::text::timestamptz, $7::text::timestamptz, $8, 30, $9, $10,
                    $11::text::attendance_status, $12)
            """,
            [
                .uuid(first.id), .uuid(record), .uuid(work.employee), .text(work.date), .int16(Int16(work.slot)),
                .text(start), .optional(end), .int32(Int32(((work.end ?? work.start) - work.start) * 60)),
                .int32(Int32(work.late)), .int32(Int32(work.overtime)), .text(work.status), .texts(work.flags),
            ]
        )
        try insertEvent(clockIn, of: work.employee, "clock_in", start, owner)
        if let end { try insertEvent(clockOut, of: work.employee, "clock_out", end, owner) }
        _ = try owner.query(
            """
            INSERT INTO attendance_sessions (organization_id, id, employee_id, record_id, clock_in_event_id,
              clock_out_event_id, clock_in_at, clock_out_at, status)
            VALUES ($1, $2, $3, $4, $5, $6, $7::text::timestamptz, $8::text::timestamptz, $9::text::session_status)
            """,
            [
                .uuid(first.id), .uuid(session), .uuid(work.employee), .uuid(record), .uuid(clockIn),
                .optional(end == nil ? nil : clockOut), .text(start), .optional(end),
                .text(end == nil ? "open" : "closed"),
            ]
        )
        return session
    }

    private func insertEvent(
        _ id: UUID,
        of employee: UUID,
        _ kind: String,
        _ at: String,
        _ owner: OwnerConnection
    ) throws {
        _ = try owner.query(
            """
            INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone,
                                           utc_offset_minutes, source)
            VALUES ($1, $2, $3, $4::text::attendance_event_kind, $5::text::timestamptz, 'UTC', 0, $6::text::attendance_source)
            """,
            [
                .uuid(first.id), .uuid(id), .uuid(employee), .text(kind), .text(at),
                .text(kind == "clock_in" ? "web" : "kiosk"),
            ]
        )
    }

    /// A department of the first organization with these employees.
    func insertDepartment(_ name: String, above parent: UUID? = nil, with employees: [UUID]) throws -> UUID {
        let id = UUID()
        let owner = try owner()
        _ = try owner.query(
            "INSERT INTO departments (organization_id, id, name, parent_id) VALUES ($1, $2, $3, $4)",
            [.uuid(first.id), .uuid(id), .text(name), .optional(parent)]
        )
        _ = try owner.query(
            "UPDATE employees SET department_id = $2 WHERE organization_id = $1 AND id = ANY($3)",
            [.uuid(first.id), .uuid(id), .uuids(employees)]
        )
        return id
    }
}
