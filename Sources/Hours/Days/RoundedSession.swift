import Time

/// A session that has an end, with its punches rounded as the shift says.
struct RoundedSession {
    struct Break {
        let interval: Interval
        let isPaid: Bool
    }

    let interval: Interval
    let breaks: [Break]

    /// Nil for a session that counts nothing: one that lasts, or whose end nobody knows.
    init?(_ session: WorkSession, _ plan: DayPlan) {
        guard session.state == .closed, let end = session.end else { return nil }
        interval = Interval(plan.rounded(session.start), plan.rounded(end))
        breaks = session.breaks.map { pause in
            Break(interval: Interval(plan.rounded(pause.start), plan.rounded(pause.end ?? end)), isPaid: pause.isPaid)
        }
    }

    private init(interval: Interval, breaks: [Break]) {
        self.interval = interval
        self.breaks = breaks
    }

    var unpaidBreaks: [Interval] {
        breaks.filter { !$0.isPaid }.map(\.interval)
    }

    var withoutUnpaidBreaks: [Interval] {
        interval.subtracting(unpaidBreaks)
    }

    /// What of it comes after the instant; nil for nothing.
    func clipped(from start: Timestamp?) -> RoundedSession? {
        let counted = Interval(max(interval.start, start ?? interval.start), interval.end)
        guard !counted.isEmpty else { return nil }
        let breaks = breaks.compactMap { pause in
            pause.interval.intersection(counted).map { Break(interval: $0, isPaid: pause.isPaid) }
        }
        return RoundedSession(interval: counted, breaks: breaks)
    }
}

extension DayPlan {
    /// As the shift rounds punches; without one they stay as they are.
    func rounded(_ instant: Timestamp) -> Timestamp {
        shift?.rules.rounding.round(instant, in: zone) ?? instant
    }
}
