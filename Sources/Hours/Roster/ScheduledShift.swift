public import Time

/// A shift on a given day, as instants.
public struct ScheduledShift: Hashable, Sendable {
    /// The local date on which it starts.
    public let workDate: CalendarDate
    public let slot: Int
    /// Where its assignment is in the roster's list.
    public let assignmentIndex: Int
    public let rules: ShiftRules
    public let zone: TimeZoneRules
    /// From its start to its end.
    public let core: Interval
    /// What of it is a holiday.
    public let holiday: DayPart?

    public var startsAt: Timestamp { core.start }

    public var endsAt: Timestamp { core.end }

    /// The earliest instant at which a punch counts for it.
    public var windowStartsAt: Timestamp { core.start.adding(minutes: -Int64(rules.earlyClockInMinutes)) }

    /// The latest instant at which a punch counts for it.
    public var windowEndsAt: Timestamp { core.end.adding(minutes: Int64(rules.lateClockOutMinutes)) }

    /// Real length: 7 or 9 hours for a night of 8 over a change of the clocks.
    public var minutes: Int32 { Minutes.whole(core.microseconds) }

    public var isHoliday: Bool { holiday == .whole }

    /// Whether a punch may count for it.
    public func hasInWindow(_ instant: Timestamp) -> Bool {
        windowStartsAt <= instant && instant <= windowEndsAt
    }

    /// What has to be worked; nil on a day that is free altogether.
    func duty(leave: DayPart?) -> Interval? {
        guard let free = [holiday, leave].compactMap({ $0 }).reduce(nil, { $0?.union($1) ?? $1 }) else { return core }
        return free.remainder(of: core)
    }
}

extension ScheduledShift {
    /// Nil when the zone has no such day, or skips all of the shift.
    init?(
        _ rules: ShiftRules,
        on date: CalendarDate,
        in zone: TimeZoneRules,
        slot: Int,
        assignmentIndex: Int,
        holiday: DayPart?
    ) {
        guard !zone.skips(date) else { return nil }
        let endDate = rules.crossesMidnight ? date.advanced(byDays: 1) : date
        core = Interval(
            zone.firstInstant(of: LocalDateTime(date, rules.start)),
            zone.firstInstant(of: LocalDateTime(endDate, rules.end))
        )
        guard !core.isEmpty else { return nil }
        workDate = date
        self.slot = slot
        self.assignmentIndex = assignmentIndex
        self.rules = rules
        self.zone = zone
        self.holiday = holiday
    }
}
