public import Time

/// What a record is about: a date, and one of the parts of a split day.
public struct WorkDay: Hashable, Sendable {
    /// The local date on which the shift starts; without a shift, that of the clock-in.
    public let date: CalendarDate
    public let slot: Int

    public init(date: CalendarDate, slot: Int = 1) {
        self.date = date
        self.slot = slot
    }
}

extension Roster {
    /// The work day of each punch, at the same index.
    ///
    /// What follows a clock-in belongs to its day, up to the clock-out and as long as a session may last, or to the
    /// end of the day's last window; other punches stand for themselves. Voided ones are placed and change nothing.
    ///
    /// - Parameter punches: of one employee, in any order. A session's punches are together only when its clock-in
    ///   is among them.
    public func workDays(of punches: [PunchEvent], maximumSessionMinutes: Int) -> [WorkDay] {
        var days = [WorkDay](repeating: WorkDay(date: CalendarDate(days: 0)), count: punches.count)
        var session: (day: WorkDay, latest: Timestamp)?
        for index in PunchEvent.order(of: punches) {
            let punch = punches[index]
            if punch.kind != .clockIn, let session, punch.at <= session.latest {
                days[index] = session.day
            } else {
                days[index] = workDay(of: punch.at, kind: punch.kind)
            }
            guard !punch.isVoided else { continue }
            if punch.kind == .clockIn {
                session = (days[index], latestEnd(punch.at, days[index], maximumSessionMinutes))
            } else if punch.kind == .clockOut, !punch.isAutomatic {
                // What the system ended may still get its real end.
                session = nil
            }
        }
        return days
    }

    /// As long as a session may last, and to the end of the day's last window if that is later.
    private func latestEnd(_ clockIn: Timestamp, _ day: WorkDay, _ maximumSessionMinutes: Int) -> Timestamp {
        let latest = clockIn.adding(minutes: Int64(maximumSessionMinutes))
        return lastWindowEnd(on: day.date).map { max($0, latest) } ?? latest
    }
}
