public import Time

/// All that decides when an employee works: assignments, holidays, and the zone they live in.
public struct Roster: Sendable {
    /// In the order of the rows, which ``ScheduledShift/assignmentIndex`` counts.
    public let assignments: [ShiftAssignment]
    /// The employee's own zone, else the location's, else the organization's.
    public let zone: TimeZoneRules
    private let holidays: [CalendarDate: DayPart]

    public init(assignments: [ShiftAssignment], holidays: [Holiday] = [], zone: TimeZoneRules) {
        self.assignments = assignments
        self.zone = zone
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
                    in: rules.zone ?? zone,
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
        return isRestDay(date, shifts) ? .restDay(zone) : .unscheduled(zone)
    }

    /// Whether assignments hold on the day, and none has it worked.
    public func isRestDay(_ date: CalendarDate) -> Bool {
        isRestDay(date, shifts(on: date))
    }

    private func isRestDay(_ date: CalendarDate, _ shifts: [ScheduledShift]) -> Bool {
        shifts.isEmpty && assignments.contains { $0.covers(date) } && !zone.skips(date)
    }
}
