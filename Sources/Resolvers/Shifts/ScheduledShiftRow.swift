import FoundationEssentials
import GraphQLEngine
import Hours
import Schema
import Time

/// A shift on a given day.
struct ScheduledShiftRow: ObjectRow {
    static let typeName = "ScheduledShift"
    /// Days that one `schedule` may cover.
    static let maximumDayCount = 92

    let shift: ScheduledShift
    let shiftID: UUID

    init(_ shift: ScheduledShift, of employee: EmployeeRoster) {
        self.shift = shift
        shiftID = employee.shiftID(of: shift)
    }

    /// The shift that applies to an instant for each employee; nil for none.
    static func applying(
        to employees: [UUID],
        at instant: Timestamp,
        _ context: ResolverContext
    ) throws -> Step<[ScheduledShiftRow?]> {
        let date = TimeZoneRules.utc.date(at: instant)
        // A zone's date differs from that by one day at most.
        let (first, last) = (date.advanced(byDays: -1), date.advanced(byDays: 1))
        return try Rosters.read(of: employees, from: first, through: last, context).map { rosters in
            employees.map { id in
                rosters[id].flatMap { employee in
                    employee.roster.shift(at: instant).map { ScheduledShiftRow($0, of: employee) }
                }
            }
        }
    }

    /// The shifts of each employee that start within the range, in order.
    static func schedules(
        of employees: [UUID],
        _ range: DateRangeInput,
        _ context: ResolverContext
    ) throws -> Step<[[ScheduledShiftRow]]> {
        try range.check(maximumDayCount: maximumDayCount)
        return try Rosters.read(of: employees, from: range.from, through: range.to, context).map { rosters in
            employees.map { id in
                guard let employee = rosters[id] else { return [] }
                return employee.roster.shifts(from: range.from, through: range.to).map {
                    ScheduledShiftRow($0, of: employee)
                }
            }
        }
    }
}

extension Bindings<ResolverContext> {
    mutating func bindScheduledShifts() {
        object(ScheduledShiftRow.self) { type in
            type.value("workDate") { $0.shift.workDate }
            type.value("slot") { Int32($0.shift.slot) }
            type.value("timeZone") { $0.shift.zone.name }
            type.value("startsAt") { $0.shift.startsAt }
            type.value("endsAt") { $0.shift.endsAt }
            type.value("windowStartsAt") { $0.shift.windowStartsAt }
            type.value("windowEndsAt") { $0.shift.windowEndsAt }
            type.value("minutes") { $0.shift.minutes }
            type.value("isHoliday") { $0.shift.isHoliday }
            type.objects("shift") { rows, context in context.loaders.shifts.load(rows.map(\.shiftID)).orForbidden() }
        }
        object(EmployeeRow.self) { type in
            type.objects("shiftAt", EmployeeShiftAtArguments.self) { rows, arguments, call in
                let instant = arguments.at ?? call.context.request.now
                return try ScheduledShiftRow.applying(to: rows.map(\.id), at: instant, call.context)
            }
            type.objects("schedule", EmployeeScheduleArguments.self) { rows, arguments, call in
                try ScheduledShiftRow.schedules(of: rows.map(\.id), arguments.range, call.context)
            }
        }
    }
}
