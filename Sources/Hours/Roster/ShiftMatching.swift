public import Time

/// Which shift an instant belongs to.
extension Roster {
    /// The shift that applies at the instant: the one whose window contains it.
    ///
    /// Of several the one whose core contains it, else the one with the nearer edge, else the earlier.
    public func shift(at instant: Timestamp) -> ScheduledShift? {
        shift(at: instant, prefersLater: false)
    }

    /// The work day of a punch that stands for itself.
    ///
    /// Outside of all windows it is the local date, and the shift that comes nearest on it. A clock-in half-way
    /// between two shifts belongs to the later one, any other punch to the earlier.
    public func workDay(of instant: Timestamp, kind: PunchKind) -> WorkDay {
        let prefersLater = kind == .clockIn
        if let shift = shift(at: instant, prefersLater: prefersLater) {
            return WorkDay(date: shift.workDate, slot: shift.slot)
        }
        let date = date(at: instant)
        let slot = Self.nearest(shifts(on: date), to: instant, prefersLater: prefersLater)?.slot
        return WorkDay(date: date, slot: slot ?? 1)
    }

    private func shift(at instant: Timestamp, prefersLater: Bool) -> ScheduledShift? {
        let candidates = candidates(at: instant)
        return candidates.first { $0.core.contains(instant) }
            ?? Self.nearest(candidates, to: instant, prefersLater: prefersLater)
    }

    private static func nearest(
        _ shifts: [ScheduledShift],
        to instant: Timestamp,
        prefersLater: Bool
    ) -> ScheduledShift? {
        let ordered = shifts.sorted { prefersLater ? $0.startsAt > $1.startsAt : $0.startsAt < $1.startsAt }
        return ordered.min { $0.distance(to: instant) < $1.distance(to: instant) }
    }

    /// The shifts of the day, the one before and the one after that have the instant in their window, in order.
    private func candidates(at instant: Timestamp) -> [ScheduledShift] {
        let date = date(at: instant)
        let days = [neighbour(of: date, step: -1), date, neighbour(of: date, step: 1)]
        return days.flatMap { shifts(on: $0) }.filter { $0.hasInWindow(instant) }
            .sorted { ($0.startsAt, $0.slot) < ($1.startsAt, $1.slot) }
    }

    /// The next date that the zone has.
    private func neighbour(of date: CalendarDate, step: Int) -> CalendarDate {
        let next = date.advanced(byDays: step)
        return zone(on: next).skips(next) ? next.advanced(byDays: step) : next
    }
}

extension ScheduledShift {
    /// Microseconds from the nearer edge of the core.
    fileprivate func distance(to instant: Timestamp) -> Int64 {
        min(abs(core.start.microseconds(until: instant)), abs(core.end.microseconds(until: instant)))
    }
}
