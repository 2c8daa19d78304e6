import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// What the days of corrections would look like if they were approved now.
///
/// Computed without writing. PostgreSQL then makes a record of the numbers, so that it is read like any other: of what
/// is stored it has what a correction does not change. Of a day with several shifts it is the first one's.
enum CorrectionPreview {
    /// Nil for what was decided already, and where a locked period forbids it.
    static func records(
        of corrections: [AttendanceCorrectionRow],
        _ context: ResolverContext
    ) throws -> Step<[AttendanceRecordRow?]> {
        let effects = corrections.map { $0.status == .pending ? CorrectionEffect(of: $0) : nil }
        let days = effects.compactMap { $0?.days }
        guard !days.isEmpty else { return .ready(corrections.map { _ in nil }) }
        let steps = try StoredDays.statements(days, isLocking: false).map { try context.query($0) }
        return try Step.all(steps).flatMap { results in
            let stored = try StoredDays(days, results)
            let previews = effects.map { $0.flatMap { preview(of: $0, stored, now: context.request.now) } }
            return try records(previews, context)
        }
    }

    /// The members of a record as the table has them.
    private static func preview(of effect: CorrectionEffect, _ stored: StoredDays, now: Timestamp) -> JSONObject? {
        let computed = stored.only(effect.employeeID).computed(DayEdits([effect], on: stored), now: now)
        guard computed.lockedPeriod == nil, let part = effect.parts(in: stored).first,
            let day = computed.days[part], let id = computed.recordIDs[part]
        else { return nil }
        let roster = stored.employees[effect.employeeID]?.roster
        var members = RecordValues(day, shiftID: day.plan.shift.flatMap { roster?.shiftID(of: $0) }).json
        members["id"] = .string(id.uuidString)
        members["employee_id"] = .string(effect.employeeID.uuidString)
        members["work_date"] = .string(effect.workDate.description)
        members["slot"] = .int(Int64(part.day.slot))
        members["computed_at"] = .string(now.description)
        return members
    }

    private static func records(
        _ previews: [JSONObject?],
        _ context: ResolverContext
    ) throws -> Step<[AttendanceRecordRow?]> {
        let found = previews.enumerated().filter { $0.element != nil }
        guard !found.isEmpty else { return .ready(previews.map { _ in nil }) }
        let texts = found.compactMap { $0.element.map { JSONValue.object($0).text } }
        return try context.query(statement(.texts(texts))).map { rows in
            var records: [AttendanceRecordRow?] = Array(repeating: nil, count: previews.count)
            for row in rows {
                let number = Int(row.int64(AttendanceRecordRow.columnCount)) - 1
                records[found[number].offset] = AttendanceRecordRow(row)
            }
            return records
        }
    }

    /// The number of the preview stands behind the columns.
    private static let statement = Statement<TenantScope>(
        "previewed records",
        """
        SELECT \(AttendanceRecordRow.columns), v.number
        FROM unnest($2::text[]) WITH ORDINALITY AS v (members, number)
        LEFT JOIN attendance_records s ON s.organization_id = $1 AND s.id = (v.members::jsonb ->> 'id')::uuid
        CROSS JOIN LATERAL jsonb_populate_record(
          s, '{"version": 0, "flags": []}'::jsonb || coalesce(to_jsonb(s), '{}') || v.members::jsonb) r
        """
    )
}

extension StoredDays {
    /// The same of one employee alone.
    fileprivate func only(_ employee: UUID) -> StoredDays {
        StoredDays(
            employees: employees.filter { $0.key == employee },
            periods: periods,
            maximumSessionMinutes: maximumSessionMinutes
        )
    }
}

extension RecordValues {
    /// Under the names of the table's columns.
    fileprivate var json: JSONObject {
        func text(_ instant: Timestamp?) -> JSONValue { instant.map { .string($0.description) } ?? .null }
        return [
            "shift_id": shiftID.map { .string($0.uuidString) } ?? .null, "time_zone": .string(timeZone),
            "scheduled_start": text(scheduledStart), "scheduled_end": text(scheduledEnd),
            "scheduled_minutes": .int(Int64(scheduledMinutes)), "first_in_at": text(firstInAt),
            "last_out_at": text(lastOutAt), "worked_minutes": .int(Int64(workedMinutes)),
            "break_minutes": .int(Int64(breakMinutes)), "late_minutes": .int(Int64(lateMinutes)),
            "early_leave_minutes": .int(Int64(earlyLeaveMinutes)), "overtime_minutes": .int(Int64(overtimeMinutes)),
            "approved_overtime_minutes": .int(Int64(approvedOvertimeMinutes)), "status": .string(status),
            "flags": .array(flags.map(JSONValue.string)),
        ]
    }
}
