import FoundationEssentials
import Hours
import Postgres

extension ComputedAttendance {
    /// Whether anything has to be written.
    var isChanged: Bool { !statements.isEmpty }

    /// What stores the days, for a round trip of the caller's: behind the events that they are computed from, and before
    /// what is decided about the records. At most two statements.
    var statements: [BoundStatement<TenantScope>] {
        var statements: [BoundStatement<TenantScope>] = []
        if !changedRecords.isEmpty { statements.append(storeRecords) }
        if storesSessions { statements.append(storeSessions) }
        return statements
    }

    /// Whether the last statement is about sessions and breaks.
    var storesSessions: Bool {
        !(shrunkSessions.isEmpty && grownSessions.isEmpty && removedBreakIDs.isEmpty && addedBreaks.isEmpty)
    }

    private var storeRecords: BoundStatement<TenantScope> {
        let records = changedRecords
        let values = records.map(\.values)
        return DayWriteStatements.storeRecords.bind([
            .timestamp(now), .uuids(records.map(\.id)), .uuids(records.map(\.key.employeeID)),
            .dates(records.map(\.key.day.date)), .int32s(records.map { Int32($0.key.day.slot) }),
            .uuids(values.map(\.shiftID)), .texts(values.map(\.timeZone)), .timestamps(values.map(\.scheduledStart)),
            .timestamps(values.map(\.scheduledEnd)), .int32s(values.map(\.scheduledMinutes)),
            .timestamps(values.map(\.firstInAt)), .timestamps(values.map(\.lastOutAt)),
            .int32s(values.map(\.workedMinutes)), .int32s(values.map(\.breakMinutes)),
            .int32s(values.map(\.lateMinutes)), .int32s(values.map(\.earlyLeaveMinutes)),
            .int32s(values.map(\.overtimeMinutes)), .int32s(values.map(\.approvedOvertimeMinutes)),
            .texts(values.map(\.status)), .texts(values.map { $0.flags.joined(separator: ",") }),
        ])
    }

    private var storeSessions: BoundStatement<TenantScope> {
        let sessions = shrunkSessions + grownSessions
        return DayWriteStatements.storeSessions.bind([
            .bools(shrunkSessions.map { _ in true } + grownSessions.map { _ in false }),
            .uuids(sessions.map(\.id)), .uuids(sessions.map(\.employeeID)), .uuids(sessions.map(\.recordID)),
            .uuids(sessions.map(\.clockInEventID)), .timestamps(sessions.map(\.clockInAt)),
            .uuids(sessions.map(\.clockOutEventID)), .timestamps(sessions.map(\.clockOutAt)),
            .texts(sessions.map(\.status.rawValue)), .uuids(sessions.map(\.locationID)),
            .uuids(removedBreakIDs), .uuids(addedBreaks.map(\.id)), .uuids(addedBreaks.map(\.sessionID)),
            .uuids(addedBreaks.map(\.employeeID)), .timestamps(addedBreaks.map(\.start)),
            .timestamps(addedBreaks.map(\.end)), .bools(addedBreaks.map(\.isPaid)),
        ])
    }
}

/// How days are stored, any number of them at once.
enum DayWriteStatements {
    /// Gives the ``AttendanceRecordRow``s. What people decided is left as it is.
    static let storeRecords = Statement<TenantScope>(
        "store days' records",
        """
        INSERT INTO attendance_records AS r (organization_id, id, employee_id, work_date, slot, shift_id, time_zone,
          scheduled_start, scheduled_end, scheduled_minutes, first_in_at, last_out_at, worked_minutes, break_minutes,
          late_minutes, early_leave_minutes, overtime_minutes, approved_overtime_minutes, status, flags, computed_at)
        SELECT $1, v.id, v.employee_id, v.work_date, v.slot, v.shift_id, v.time_zone, v.scheduled_start, v.scheduled_end,
               v.scheduled_minutes, v.first_in_at, v.last_out_at, v.worked_minutes, v.break_minutes, v.late_minutes,
               v.early_leave_minutes, v.overtime_minutes, v.approved_overtime_minutes, v.status::attendance_status,
               string_to_array(v.flags, ','), $2
        FROM unnest($3::uuid[], $4::uuid[], $5::date[], $6::integer[], $7::uuid[], $8::text[], $9::timestamptz[],
                    $10::timestamptz[], $11::integer[], $12::timestamptz[], $13::timestamptz[], $14::integer[],
                    $15::integer[], $16::integer[], $17::integer[], $18::integer[], $19::integer[], $20::text[],
                    $21::text[])
          AS v (id, employee_id, work_date, slot, shift_id, time_zone, scheduled_start, scheduled_end,
                scheduled_minutes, first_in_at, last_out_at, worked_minutes, break_minutes, late_minutes,
                early_leave_minutes, overtime_minutes, approved_overtime_minutes, status, flags)
        ON CONFLICT (organization_id, employee_id, work_date, slot) DO UPDATE
        SET shift_id = EXCLUDED.shift_id, time_zone = EXCLUDED.time_zone, scheduled_start = EXCLUDED.scheduled_start,
            scheduled_end = EXCLUDED.scheduled_end, scheduled_minutes = EXCLUDED.scheduled_minutes,
            first_in_at = EXCLUDED.first_in_at, last_out_at = EXCLUDED.last_out_at,
            worked_minutes = EXCLUDED.worked_minutes, break_minutes = EXCLUDED.break_minutes,
            late_minutes = EXCLUDED.late_minutes, early_leave_minutes = EXCLUDED.early_leave_minutes,
            overtime_minutes = EXCLUDED.overtime_minutes,
            approved_overtime_minutes = EXCLUDED.approved_overtime_minutes, status = EXCLUDED.status,
            flags = EXCLUDED.flags, computed_at = EXCLUDED.computed_at, version = r.version + 1
        RETURNING \(AttendanceRecordRow.columns)
        """
    )

    /// Gives the ``AttendanceSessionRow``s.
    ///
    /// The steps count one another's rows so that each waits for the one before: an employee has one open session, and
    /// neither sessions nor breaks overlap at any moment.
    static let storeSessions = Statement<TenantScope>(
        "store days' sessions",
        """
        WITH v AS (
          SELECT * FROM unnest($2::boolean[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[],
                               $8::uuid[], $9::timestamptz[], $10::text[], $11::uuid[])
            AS v (is_shrunk, id, employee_id, record_id, clock_in_event_id, clock_in_at, clock_out_event_id,
                  clock_out_at, status, location_id)
        ), shrunk AS (
          UPDATE attendance_sessions s
          SET record_id = v.record_id, clock_out_event_id = v.clock_out_event_id, clock_out_at = v.clock_out_at,
              status = v.status::session_status, version = s.version + 1
          FROM v WHERE v.is_shrunk AND s.organization_id = $1 AND s.id = v.id
          RETURNING \(AttendanceSessionRow.columns)
        ), grown AS (
          INSERT INTO attendance_sessions AS s (organization_id, id, employee_id, record_id, clock_in_event_id,
            clock_in_at, clock_out_event_id, clock_out_at, status, location_id)
          SELECT $1, v.id, v.employee_id, v.record_id, v.clock_in_event_id, v.clock_in_at, v.clock_out_event_id,
                 v.clock_out_at, v.status::session_status, v.location_id
          FROM v WHERE NOT v.is_shrunk AND (SELECT count(*) FROM shrunk) >= 0
          ON CONFLICT (organization_id, clock_in_event_id) DO UPDATE
          SET record_id = EXCLUDED.record_id, clock_out_event_id = EXCLUDED.clock_out_event_id,
              clock_out_at = EXCLUDED.clock_out_at, status = EXCLUDED.status, version = s.version + 1
          RETURNING \(AttendanceSessionRow.columns)
        ), removed AS (
          DELETE FROM attendance_breaks b WHERE b.organization_id = $1 AND b.id = ANY($12::uuid[]) RETURNING b.id
        ), added AS (
          INSERT INTO attendance_breaks (organization_id, id, session_id, employee_id, started_at, ended_at, is_paid)
          SELECT $1, b.* FROM unnest($13::uuid[], $14::uuid[], $15::uuid[], $16::timestamptz[], $17::timestamptz[],
                                     $18::boolean[]) AS b
          WHERE (SELECT count(*) FROM removed) >= 0
        )
        SELECT * FROM shrunk UNION ALL SELECT * FROM grown
        """
    )
}
