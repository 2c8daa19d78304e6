public import Time

/// All that decides when an employee works: assignments, holidays, and the zone they live in.
public struct Roster: Sendable {
    /// In the order of the rows, which ``ScheduledShift/assignmentIndex`` counts.
    public let assignments: [ShiftAssignment]
    /// The employee's own zone, else the location's, else the organization's, as it is now.
    public let zone: TimeZoneRules
    /// Zones of days on which the employee lived elsewhere than now.
    public var earlierZones: [CalendarDate: TimeZoneRules]
    private let holidays: [CalendarDate: DayPart]

    public init(
        assignments: [ShiftAssignment],
        holidays: [Holiday] = [],
        zone: TimeZoneRules,
        earlierZones: [CalendarDate: TimeZoneRules] = [:]
    ) {
        self.assignments = assignments
        self.zone = zone
        self.earlierZones = earlierZones
        self.holidays = Dictionary(
            holidays.filter { !$0.isOptional }.map { ($0.day, $0.part) },
            uniquingKeysWith: { $0.union($1) }
        )
    }

    /// The shifts that start on the date, by slot.
    public func shifts(on date: CalendarDate) -> [ScheduledShift] {
        let shifts = assignments.enumerated().compactMap { index, assignment in
            assignment.shift(on: date).flatMap { rules in
                ScheduledShift(
                    rules,
                    on: date,
                    in: rules.zone ?? zone(on: date),
                    slot: assignment.slot,
                    assignmentIndex: index,
                    holiday: holidays[date]
                )
            }
        }
        return shifts.sorted { ($0.slot, $0.startsAt) < ($1.slot, $1.startsAt) }
    }

    /// The shifts that start on the dates, in order.
    public func shifts(from first: CalendarDate, through last: CalendarDate) -> [ScheduledShift] {
        guard first <= last else { return [] }
        return (first.days...last.days).flatMap { shifts(on: CalendarDate(days: $0)) }
    }

    /// When the last window of the day's shifts has passed; nil without shifts.
    public func lastWindowEnd(on date: CalendarDate) -> Timestamp? {
        shifts(on: date).map(\.windowEndsAt).max()
    }

    /// When a session is forgotten that nobody has ended: once the day's last window has passed, and without a shift
    /// once it has lasted as long as a session may.
    public func forgottenAt(clockIn: Timestamp, on date: CalendarDate, maximumSessionMinutes: Int) -> Timestamp {
        Self.forgottenAt(
            clockIn: clockIn,
            lastWindowEnd: lastWindowEnd(on: date),
            maximumSessionMinutes: maximumSessionMinutes
        )
    }

    static func forgottenAt(clockIn: Timestamp, lastWindowEnd: Timestamp?, maximumSessionMinutes: Int) -> Timestamp {
        if let lastWindowEnd, lastWindowEnd > clockIn { return lastWindowEnd }
        return clockIn.adding(minutes: Int64(maximumSessionMinutes))
    }

    /// What a slot of a day is for the employee.
    public func plan(on date: CalendarDate, slot: Int = 1) -> DayPlan {
        let shifts = shifts(on: date)
        if let shift = shifts.first(where: { $0.slot == slot }) { return .shift(shift) }
        return isRestDay(date, shifts) ? .restDay(zone(on: date)) : .unscheduled(zone(on: date))
    }

    /// Whether assignments hold on the day, and none has it worked.
    public func isRestDay(_ date: CalendarDate) -> Bool {
        isRestDay(date, shifts(on: date))
    }

    private func isRestDay(_ date: CalendarDate, _ shifts: [ScheduledShift]) -> Bool {
        shifts.isEmpty && assignments.contains { $0.covers(date) } && !zone(on: date).skips(date)
    }

    /// The zone that the employee lives in on the date.
    public func zone(on date: CalendarDate) -> TimeZoneRules {
        earlierZones[date] ?? zone
    }

    /// The local date where the employee is at the instant.
    ///
    /// About a move, an instant may belong to a date before it and to another one behind it; then the former counts.
    func date(at instant: Timestamp) -> CalendarDate {
        let date = zone.date(at: instant)
        if earlierZones.isEmpty { return date }
        let dates = [date, date.advanced(byDays: -1), date.advanced(byDays: 1)]
        return dates.first { earlierZones[$0]?.date(at: instant) == $0 } ?? date
    }
}
