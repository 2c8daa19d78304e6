import Time

/// The sums of a day's closed sessions, in microseconds.
struct CountedTime {
    private(set) var worked: Int64 = 0
    private(set) var breaks: Int64 = 0
    private(set) var overtime: Int64 = 0

    /// - Parameter sessions: whose ends are known, rounded.
    init(_ sessions: [RoundedSession], _ plan: DayPlan) {
        let rule = plan.shift?.rules.breaks ?? BreakRule()
        let counted = sessions.compactMap { $0.clipped(from: Self.start(plan)) }
        let punched = PunchedTime(counted)
        let automatic = Int64(rule.minutes) * Minutes.microseconds
        switch rule.mode {
        case .none: count(punched, deducted: 0, breaks: punched.breaks)
        case .fixed: count(punched, deducted: rule.isPaid ? 0 : automatic, breaks: automatic)
        case .punched: count(punched, deducted: punched.unpaidBreaks, breaks: punched.breaks)
        case .greaterOf:
            let deducted = max(rule.isPaid ? 0 : automatic, punched.unpaidBreaks)
            count(punched, deducted: deducted, breaks: max(automatic, punched.breaks))
        }
        let isDeducted = rule.mode == .punched || rule.mode == .greaterOf
        let pieces = counted.flatMap { isDeducted ? $0.withoutUnpaidBreaks : [$0.interval] }
        overtime = min(worked, overtime(of: pieces, plan))
    }

    private mutating func count(_ punched: PunchedTime, deducted: Int64, breaks: Int64) {
        worked = max(0, punched.present - deducted)
        self.breaks = min(punched.present, breaks)
    }

    /// What comes before it does not count; nil when everything does.
    private static func start(_ plan: DayPlan) -> Timestamp? {
        guard let shift = plan.shift, !shift.isHoliday, !shift.rules.overtime.countsBeforeShift else { return nil }
        return shift.startsAt
    }

    private func overtime(of pieces: [Interval], _ plan: DayPlan) -> Int64 {
        switch plan {
        case .unscheduled: return 0
        case .restDay: return worked
        case .shift(let shift):
            guard !shift.isHoliday else { return worked }
            let outside = pieces.reduce(0) { $0 + $1.microseconds - $1.common(with: shift.core) }
            let beyond = outside - Int64(shift.rules.overtime.afterMinutes) * Minutes.microseconds
            let holiday = shift.holiday?.portion(of: shift.core)
            return max(0, beyond) + pieces.reduce(0) { $0 + (holiday.map($1.common(with:)) ?? 0) }
        }
    }
}

/// The sums of punches, before the shift's rule for breaks.
private struct PunchedTime {
    /// From clock-ins to clock-outs.
    let present: Int64
    let breaks: Int64
    let unpaidBreaks: Int64

    init(_ sessions: [RoundedSession]) {
        present = sessions.reduce(0) { $0 + $1.interval.microseconds }
        breaks = sessions.flatMap(\.breaks).reduce(0) { $0 + $1.interval.microseconds }
        unpaidBreaks = sessions.flatMap(\.unpaidBreaks).reduce(0) { $0 + $1.microseconds }
    }
}

extension Interval {
    /// Microseconds that both have.
    fileprivate func common(with other: Interval) -> Int64 {
        intersection(other)?.microseconds ?? 0
    }
}
