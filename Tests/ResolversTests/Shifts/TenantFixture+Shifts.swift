import FoundationEssentials
import Postgres
import Time

/// Shifts, assignments and calendars of the first organization, as the database has them.
extension TenantFixture {
    func insertShift(
        _ name: String,
        _ start: String,
        _ end: String,
        weekdays: Int16 = 127,
        timeZone: String? = nil
    ) throws -> UUID {
        let id = UUID()
        _ = try owner().query(
            """
            INSERT INTO shifts (organization_id, id, name, start_time, end_time, weekdays, time_zone)
            VALUES ($1, $2, $3, $4::text::time, $5::text::time, $6, $7)
            """,
            [
                .uuid(first.id), .uuid(id), .text(name), .text(start), .text(end), .int16(weekdays),
                .optional(timeZone),
            ]
        )
        return id
    }

    /// - Parameter rotation: the day on which it begins, and its shifts.
    func insertAssignment(
        of employee: UUID,
        to shift: UUID,
        from first: String,
        through last: String? = nil,
        slot: Int16 = 1,
        rotation: (anchor: String, shifts: [UUID?])? = nil
    ) throws -> UUID {
        let id = UUID()
        let owner = try owner()
        _ = try owner.query(
            """
            INSERT INTO shift_assignments (organization_id, id, employee_id, shift_id, slot, valid, rotation_anchor)
            VALUES ($1, $2, $3, $4, $5, daterange($6::text::date, $7::text::date, '[]'), $8::text::date)
            """,
            [
                .uuid(self.first.id), .uuid(id), .uuid(employee), .uuid(shift), .int16(slot), .text(first),
                .optional(last), .optional(rotation?.anchor),
            ]
        )
        for (day, shift) in (rotation?.shifts ?? []).enumerated() {
            _ = try owner.query(
                "INSERT INTO shift_assignment_days (organization_id, assignment_id, day, shift_id) VALUES ($1, $2, $3, $4)",
                [.uuid(self.first.id), .uuid(id), .int16(Int16(day)), .optional(shift)]
            )
        }
        return id
    }

    func insertCalendar(_ name: String, isDefault: Bool = false, days: [(String, half: String?)]) throws -> UUID {
        let id = UUID()
        let owner = try owner()
        _ = try owner.query(
            "INSERT INTO holiday_calendars (organization_id, id, name, is_default) VALUES ($1, $2, $3, $4)",
            [.uuid(first.id), .uuid(id), .text(name), .bool(isDefault)]
        )
        for (day, half) in days {
            _ = try owner.query(
                """
                INSERT INTO holidays (organization_id, calendar_id, day, name, half)
                VALUES ($1, $2, $3::text::date, 'Feast', $4::text::day_half)
                """,
                [.uuid(first.id), .uuid(id), .text(day), .optional(half)]
            )
        }
        return id
    }

    /// A location where the employee works from now on.
    func insertLocation(of employee: UUID, timeZone: String, calendar: UUID? = nil) throws -> UUID {
        let id = UUID()
        let owner = try owner()
        _ = try owner.query(
            """
            INSERT INTO work_locations (organization_id, id, name, time_zone, holiday_calendar_id)
            VALUES ($1, $2, $2::text, $3, $4)
            """,
            [.uuid(first.id), .uuid(id), .text(timeZone), .optional(calendar)]
        )
        _ = try owner.query(
            "UPDATE employees SET location_id = $3 WHERE organization_id = $1 AND id = $2",
            [.uuid(first.id), .uuid(employee), .uuid(id)]
        )
        return id
    }
}
