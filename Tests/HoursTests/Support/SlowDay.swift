import Hours
import Time

/// The record of a day, counted tick by tick along the clock on the wall.
///
/// Written against the contract and not against the program: sessions are searched for instead of built, and every
/// length is a number of ticks that have a property. Punches and times lie on whole ticks.
struct SlowDay {
    /// Seconds. Three make a minute, so that sums are not all whole minutes.
    static let tick: Int64 = 20

    struct Session {
        var state: WorkSession.State
        var start: Int64
        var end: Int64?
        /// What comes later belongs to it no more.
        var reach: Int64?
        var breaks: [(start: Int64, end: Int64?, isPaid: Bool)] = []
    }

    let clock: WallClock
    let scenario: Scenario

    private(set) var sessions: [Session] = []
    private(set) var flags: Set<String> = []
    private(set) var status = ""
    private(set) var worked: Int64 = 0
    private(set) var breaks: Int64 = 0
    private(set) var late: Int64 = 0
    private(set) var early: Int64 = 0
    private(set) var overtime: Int64 = 0
    private(set) var scheduled: Int64 = 0
    /// First and last second of the shift; nil when there is none on this day.
    private(set) var core: (start: Int64, end: Int64)?

    init(_ scenario: Scenario, _ clock: WallClock) {
        self.scenario = scenario
        self.clock = clock
        core = shiftCore()
        findSessions()
        countTicks()
        judge()
        decide()
    }

    private var rules: ShiftRules { scenario.rules }
    private var isScheduled: Bool { core != nil }

    // MARK: The shift

    private func shiftCore() -> (start: Int64, end: Int64)? {
        guard scenario.day == .shift, rules.weekdays.contains(scenario.date), clock.has(scenario.date) else {
            return nil
        }
        let start = clock.firstMinute(scenario.date, Int64(rules.start.secondOfDay) / 60)
        let isNextDay = rules.end.secondOfDay <= rules.start.secondOfDay
        let endDate = CalendarDate(days: scenario.date.days + (isNextDay ? 1 : 0))
        let end = clock.firstMinute(endDate, Int64(rules.end.secondOfDay) / 60)
        return end > start ? (start, end) : nil
    }

    private var isRestDay: Bool {
        core == nil && scenario.day != .unassigned && clock.has(scenario.date)
    }

    private var middle: Int64 { core.map { $0.start + ($0.end - $0.start) / 2 / 60 * 60 } ?? 0 }

    private func isIn(_ part: DayPart?, _ second: Int64) -> Bool {
        guard let core, let part, second >= core.start, second < core.end else { return false }
        switch part {
        case .whole: return true
        case .morning: return second < middle
        case .afternoon: return second >= middle
        }
    }

    private func isDuty(_ second: Int64, withLeave: Bool = true) -> Bool {
        guard let core, second >= core.start, second < core.end else { return false }
        return !isIn(scenario.holiday, second) && !(withLeave && isIn(scenario.circumstances.leave, second))
    }

    private var dutyTicks: [Int64] {
        guard let core else { return [] }
        return stride(from: core.start, to: core.end, by: 60).filter { isDuty($0) }
    }

    private var windowEnd: Int64? { core.map { $0.end + Int64(rules.lateClockOutMinutes) * 60 } }

    // MARK: Sessions, searched for

    private mutating func findSessions() {
        let punches = scenario.seconds.filter { !$0.isVoided }
        let starts = Set(punches.filter { $0.kind == .clockIn }.map(\.second)).sorted()
        var used: Set<Int> = []
        for start in starts {
            let next = (starts + scenario.others).filter { $0 > start }.min()
            let outs = punches.indices.filter { position in
                punches[position].kind == .clockOut && punches[position].second > start
                    && next.map { punches[position].second <= $0 } ?? true
            }.sorted { punches[$0].second < punches[$1].second }
            let reported = outs.first { !punches[$0].isAutomatic }
            let automatic = outs.first { punches[$0].isAutomatic }
            var session = Session(state: .open, start: start, end: nil)
            if let reported {
                session.state = .closed
                session.end = punches[reported].second
                used.insert(reported)
            } else if let automatic {
                session.state = .autoClosed
                session.end = punches[automatic].second
            } else if let next {
                session.state = .autoClosed
                session.end = min(next, forgotten(start))
                session.reach = next
            }
            session.reach = session.reach ?? session.end
            if session.state == .autoClosed { flags.formUnion(["missing_clock_out", "auto_closed"]) }
            if session.state == .open, scenario.now > forgotten(start) { flags.insert("missing_clock_out") }
            sessions.append(session)
        }
        let orphans = punches.indices.filter {
            punches[$0].kind == .clockOut && !punches[$0].isAutomatic && !used.contains($0)
        }
        if !orphans.isEmpty { flags.insert("missing_clock_in") }
        findBreaks(punches)
    }

    private func forgotten(_ start: Int64) -> Int64 {
        if let windowEnd, windowEnd > start { return windowEnd }
        return start + Int64(scenario.maximumSessionMinutes) * 60
    }

    private mutating func findBreaks(_ punches: [Scenario.Second]) {
        // An end at the instant of a start belongs to what was before; a start at the instant of an end to nothing.
        let pauses = punches.filter { $0.kind == .breakStart || $0.kind == .breakEnd }
            .sorted { ($0.second, $0.kind == .breakStart ? 1 : 0) < ($1.second, $1.kind == .breakStart ? 1 : 0) }
        for pause in pauses {
            let index = sessions.lastIndex { session in
                guard pause.kind == .breakStart else {
                    return session.start < pause.second && session.reach.map { pause.second <= $0 } ?? true
                }
                return session.start <= pause.second && session.reach.map { pause.second < $0 } ?? true
            }
            guard let index else {
                flags.insert("unmatched_break")
                continue
            }
            let lasting = sessions[index].breaks.last.map { $0.end == nil } ?? false
            switch pause.kind {
            case .breakStart where !lasting:
                let isPaid = pause.isPaid ?? (isScheduled ? rules.breaks.isPaid : false)
                sessions[index].breaks.append((pause.second, nil, isPaid))
            case .breakEnd where lasting: sessions[index].breaks[sessions[index].breaks.count - 1].end = pause.second
            default: flags.insert("unmatched_break")
            }
        }
        for index in sessions.indices {
            guard let end = sessions[index].end else { continue }
            sessions[index].breaks = sessions[index].breaks.filter { $0.start < end }
                .map { ($0.start, min($0.end ?? end, end), $0.isPaid) }
        }
    }

    // MARK: Ticks

    /// Walks along the clock to the step.
    private func rounded(_ second: Int64) -> Int64 {
        guard isScheduled, rules.rounding.minutes > 0 else { return second }
        let step = Int64(rules.rounding.minutes) * 60
        var down = second
        while clock.local(down) % step != 0 { down -= Self.tick }
        var up = second
        while clock.local(up) % step != 0 { up += Self.tick }
        switch rules.rounding.mode {
        case .up: return up
        case .down: return down
        case .nearest: return up - second <= second - down ? up : down
        }
    }

    private mutating func countTicks() {
        var present: Int64 = 0
        var paused: Int64 = 0
        var unpaid: Int64 = 0
        var extra: Int64 = 0
        var onHoliday: Int64 = 0
        let mode = isScheduled ? rules.breaks.mode : .punched
        let isFree = isScheduled && scenario.holiday == .whole
        for session in sessions where session.state == .closed {
            let pauses = session.breaks.map { (rounded($0.start), rounded($0.end!), $0.isPaid) }
            for second in stride(from: rounded(session.start), to: rounded(session.end!), by: Int(Self.tick)) {
                if let core, !isFree, !rules.overtime.countsBeforeShift, second < core.start { continue }
                present += 1
                let pause = pauses.first { $0.0 <= second && second < $0.1 }
                if pause != nil { paused += 1 }
                let isUnpaid = pause.map { !$0.2 } ?? false
                if isUnpaid { unpaid += 1 }
                if isUnpaid, mode == .punched || mode == .greaterOf { continue }
                if let core, second < core.start || second >= core.end { extra += 1 }
                if isIn(scenario.holiday, second) { onHoliday += 1 }
            }
        }
        count(present * Self.tick, paused * Self.tick, unpaid * Self.tick, mode)
        if isRestDay || isFree {
            overtime = worked
        } else if isScheduled {
            let beyond = max(0, extra * Self.tick - Int64(rules.overtime.afterMinutes) * 60)
            overtime = min(worked, beyond + onHoliday * Self.tick)
        }
    }

    private mutating func count(_ present: Int64, _ paused: Int64, _ unpaid: Int64, _ mode: BreakRule.Mode) {
        let planned = Int64(rules.breaks.minutes) * 60
        let plannedUnpaid = rules.breaks.isPaid ? 0 : planned
        switch mode {
        case .none: (worked, breaks) = (present, paused)
        case .punched: (worked, breaks) = (present - unpaid, paused)
        case .fixed: (worked, breaks) = (present - plannedUnpaid, planned)
        case .greaterOf: (worked, breaks) = (present - max(plannedUnpaid, unpaid), max(planned, paused))
        }
        worked = max(0, worked)
        breaks = min(present, breaks)
    }

    // MARK: Judgement

    private mutating func judge() {
        scheduled =
            core.map { core in
                Int64(stride(from: core.start, to: core.end, by: 60).filter { isDuty($0, withLeave: false) }.count)
            } ?? 0
        guard let dutyStart = dutyTicks.first, let dutyLast = dutyTicks.last else { return }
        if let first = sessions.first {
            let seconds = rounded(first.start) - dutyStart
            late = seconds > Int64(rules.lateGraceMinutes) * 60 ? seconds / 60 : 0
        }
        if let last = sessions.last, last.state == .closed, let end = last.end {
            let seconds = dutyLast + 60 - rounded(end)
            early = seconds > Int64(rules.earlyLeaveGraceMinutes) * 60 ? seconds / 60 : 0
        }
    }

    private mutating func decide() {
        let hasClosed = sessions.contains { $0.state == .closed }
        if !sessions.isEmpty {
            if scenario.circumstances.leave != nil { flags.insert("worked_on_leave") }
            if isRestDay { flags.insert("worked_on_rest_day") }
            if isScheduled, scenario.holiday != nil { flags.insert("worked_on_holiday") }
        }
        if let decided = scenario.circumstances.statusOverride {
            flags.insert("overridden")
            status = decided.rawValue
        } else if scenario.circumstances.leave == .whole {
            status = "on_leave"
        } else if isRestDay {
            status = "rest_day"
        } else if !isScheduled {
            status = hasClosed ? "present" : "pending"
        } else if dutyTicks.isEmpty {
            status = scenario.circumstances.leave == nil ? "holiday" : "on_leave"
        } else {
            status = outcome(hasClosed)
        }
    }

    private func outcome(_ hasClosed: Bool) -> String {
        if !hasClosed {
            let isEmpty = scenario.seconds.allSatisfy(\.isVoided)
            return isEmpty && scenario.now > windowEnd! ? "absent" : "pending"
        }
        if sessions.last?.state == .open { return "present" }
        let share: Int64 = scenario.holiday != nil || scenario.circumstances.leave != nil ? 2 : 1
        if let limit = rules.absentBelowMinutes, worked / 60 * share < Int64(limit) { return "absent" }
        if let limit = rules.halfDayBelowMinutes, worked / 60 * share < Int64(limit) { return "half_day" }
        return "present"
    }
}
