import Time

/// How late somebody came, and how early they left.
struct Punctuality {
    private(set) var lateMinutes: Int32 = 0
    private(set) var earlyLeaveMinutes: Int32 = 0

    /// - Parameter duty: what had to be worked; nil for nothing.
    init(_ sessions: [WorkSession], _ plan: DayPlan, duty: Interval?) {
        guard let rules = plan.shift?.rules, let duty else { return }
        if let first = sessions.first {
            let late = duty.start.microseconds(until: plan.rounded(first.start))
            lateMinutes = Self.beyond(grace: rules.lateGraceMinutes, late)
        }
        // Somebody who is still there, or whose end nobody knows, has not left early.
        if let last = sessions.last, last.state == .closed, let end = last.end {
            let early = plan.rounded(end).microseconds(until: duty.end)
            earlyLeaveMinutes = Self.beyond(grace: rules.earlyLeaveGraceMinutes, early)
        }
    }

    /// Nothing within the grace, beyond it all of it.
    private static func beyond(grace: Int, _ microseconds: Int64) -> Int32 {
        microseconds > Int64(grace) * Minutes.microseconds ? Minutes.whole(microseconds) : 0
    }
}
