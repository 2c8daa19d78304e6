import FoundationEssentials
import Hours
import JSON
import Postgres
import Schema
import Time

/// What a mutation stores of a shift.
struct ShiftValues: Sendable {
    static let maximumNameLength = 200

    let id: UUID
    let name: String
    let rules: ShiftRules

    /// What a client asks for; nil with an error for what cannot hold.
    init?(_ input: ShiftInput, id: UUID, _ errors: inout InputErrors) {
        self.id = id
        name = errors.required(input.name, "name", maximumLength: Self.maximumNameLength)
        do throws(ShiftError) {
            rules = try ShiftRules(input, zone: errors.zone(input.timeZone, "timeZone"))
        } catch {
            errors.add(error)
            return nil
        }
        if !errors.isEmpty { return nil }
    }

    /// What is stored now.
    init(_ shift: ShiftRow) throws {
        id = shift.id
        name = shift.row.string(3)
        rules = try shift.rules()
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        [
            "name": .string(name), "startTime": .string(rules.start.description),
            "endTime": .string(rules.end.description), "timeZone": .optional(rules.zone?.name),
            "weekdays": .array(rules.weekdays.list.map { .string($0.rawValue) }),
            "earlyClockInMinutes": .minutes(rules.earlyClockInMinutes),
            "lateClockOutMinutes": .minutes(rules.lateClockOutMinutes),
            "lateGraceMinutes": .minutes(rules.lateGraceMinutes),
            "earlyLeaveGraceMinutes": .minutes(rules.earlyLeaveGraceMinutes),
            "breakMinutes": .minutes(rules.breaks.minutes),
            "breakMode": .string(rules.breaks.mode.rawValue.uppercased()),
            "breakIsPaid": .bool(rules.breaks.isPaid),
            "halfDayBelowMinutes": .minutes(rules.halfDayBelowMinutes),
            "absentBelowMinutes": .minutes(rules.absentBelowMinutes),
            "overtimeAfterMinutes": .minutes(rules.overtime.afterMinutes),
            "overtimeBeforeShift": .bool(rules.overtime.countsBeforeShift),
            "overtimeNeedsApproval": .bool(rules.overtime.needsApproval),
            "roundingMinutes": .minutes(rules.rounding.minutes),
            "roundingMode": .string(rules.rounding.mode.rawValue.uppercased()),
        ]
    }

    var insert: BoundStatement<TenantScope> { Self.insertStatement.bind(parameters) }

    var update: BoundStatement<TenantScope> { Self.updateStatement.bind(parameters) }

    private var parameters: [Parameter] {
        [
            .uuid(id), .text(name), .int32(rules.start.secondOfDay), .int32(rules.end.secondOfDay),
            .optional(rules.zone?.name), .int16(Int16(rules.weekdays.rawValue)),
            .minutes(rules.earlyClockInMinutes), .minutes(rules.lateClockOutMinutes),
            .minutes(rules.lateGraceMinutes), .minutes(rules.earlyLeaveGraceMinutes),
            .minutes(rules.breaks.minutes), .text(rules.breaks.mode.rawValue), .bool(rules.breaks.isPaid),
            .minutes(rules.halfDayBelowMinutes), .minutes(rules.absentBelowMinutes),
            .minutes(rules.overtime.afterMinutes), .bool(rules.overtime.countsBeforeShift),
            .bool(rules.overtime.needsApproval), .minutes(rules.rounding.minutes),
            .text(rules.rounding.mode.rawValue),
        ]
    }

    private static let columns = """
        name, start_time, end_time, time_zone, weekdays, early_clock_in_minutes, late_clock_out_minutes, \
        late_grace_minutes, early_leave_grace_minutes, break_minutes, break_mode, break_is_paid, \
        half_day_below_minutes, absent_below_minutes, overtime_after_minutes, overtime_before_shift, \
        overtime_needs_approval, rounding_minutes, rounding_mode
        """
    /// Times of day come as seconds.
    private static let values = """
        $3, time '00:00' + $4::int4 * interval '1 second', time '00:00' + $5::int4 * interval '1 second', $6, $7, $8, \
        $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21
        """

    private static let insertStatement = Statement<TenantScope>(
        "insert shift",
        """
        INSERT INTO shifts AS shift (organization_id, id, \(columns)) VALUES ($1, $2, \(values))
        RETURNING \(ShiftRow.columns)
        """
    )

    private static let updateStatement = Statement<TenantScope>(
        "update shift",
        """
        UPDATE shifts AS shift SET (\(columns), version) = ROW (\(values), shift.version + 1)
        WHERE shift.organization_id = $1 AND shift.id = $2
        RETURNING \(ShiftRow.columns)
        """
    )
}

extension JSONValue {
    fileprivate static func minutes(_ count: Int?) -> JSONValue { count.map { .int(Int64($0)) } ?? .null }
}

extension Parameter {
    fileprivate static func minutes(_ count: Int?) -> Parameter { .optional(count.map { Int32(clamping: $0) }) }
}
