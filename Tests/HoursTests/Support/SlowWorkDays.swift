import Hours
import Time

/// The work days of punches, searched for among all shifts of all days near.
struct SlowWorkDays {
    private struct Shift {
        let date: CalendarDate
        let slot: Int
        let start: Int64
        let end: Int64
        let windowStart: Int64
        let windowEnd: Int64
    }

    private let week: RandomWeek
    private let clock: WallClock
    private var shifts: [Shift] = []

    init(_ week: RandomWeek, _ clocks: inout [String: WallClock]) {
        self.week = week
        for name in [week.zone, "Asia/Tokyo"] where clocks[name] == nil { clocks[name] = WallClock(name) }
        clock = clocks[week.zone]!
        let dates = week.punches.map { clock.date($0.at.secondsSinceEpoch) }
        for assignment in week.roster.assignments {
            for days in dates.min()!.days - 3...dates.max()!.days + 3 {
                let date = CalendarDate(days: days)
                guard let rules = Self.rules(assignment, date) else { continue }
                let clock = clocks[rules.zone?.name ?? week.zone]!
                if let shift = Self.shift(rules, assignment.slot, date, clock) { shifts.append(shift) }
            }
        }
    }

    private static func rules(_ assignment: ShiftAssignment, _ date: CalendarDate) -> ShiftRules? {
        guard date >= assignment.validFrom, date <= assignment.validThrough ?? date else { return nil }
        let rules: ShiftRules?
        switch assignment.pattern {
        case .shift(let shift): rules = shift
        case .rotation(let rotation):
            let index = (Int(date.days - rotation.anchor.days) + 300) % rotation.cycle.count
            rules = rotation.cycle[index]
        }
        guard let rules, rules.weekdays == .all || date.weekday <= 5 else { return nil }
        return rules
    }

    private static func shift(_ rules: ShiftRules, _ slot: Int, _ date: CalendarDate, _ clock: WallClock) -> Shift? {
        guard clock.has(date) else { return nil }
        let start = clock.firstMinute(date, Int64(rules.start.secondOfDay) / 60)
        let isNextDay = rules.end.secondOfDay <= rules.start.secondOfDay
        let endDate = CalendarDate(days: date.days + (isNextDay ? 1 : 0))
        let end = clock.firstMinute(endDate, Int64(rules.end.secondOfDay) / 60)
        guard end > start else { return nil }
        return Shift(
            date: date,
            slot: slot,
            start: start,
            end: end,
            windowStart: start - Int64(rules.earlyClockInMinutes) * 60,
            windowEnd: end + Int64(rules.lateClockOutMinutes) * 60
        )
    }

    func workDays() -> [WorkDay] {
        week.punches.indices.map { index in
            sessionStart(of: index).map { alone($0) } ?? alone(index)
        }
    }

    /// The clock-in whose session the punch is in.
    private func sessionStart(of index: Int) -> Int? {
        let punch = week.punches[index]
        guard punch.kind != .clockIn else { return nil }
        let before = week.punches.indices.filter { comes($0, before: index) && !week.punches[$0].isVoided }
        let clockIns = before.filter { week.punches[$0].kind == .clockIn }
        guard let clockIn = clockIns.max(by: { comes($0, before: $1) }) else { return nil }
        let isOver = before.contains { other in
            comes(clockIn, before: other) && week.punches[other].kind == .clockOut && !week.punches[other].isAutomatic
        }
        let start = week.punches[clockIn].at.secondsSinceEpoch
        let date = alone(clockIn).date
        let latest =
            shifts.filter { $0.date == date }.map(\.windowEnd) + [start + Int64(week.maximumSessionMinutes) * 60]
        return isOver || punch.at.secondsSinceEpoch > latest.max()! ? nil : clockIn
    }

    private func comes(_ left: Int, before right: Int) -> Bool {
        let kinds: [PunchKind] = [.breakEnd, .clockOut, .clockIn, .breakStart]
        let keys = [left, right].map { index in
            (week.punches[index].at, kinds.firstIndex(of: week.punches[index].kind)!, index)
        }
        return keys[0] < keys[1]
    }

    /// By the contract: windows of the days −1, 0 and +1, then the core, then the nearer edge.
    private func alone(_ index: Int) -> WorkDay {
        let second = week.punches[index].at.secondsSinceEpoch
        let date = clock.date(second)
        var dates = [date.advanced(byDays: -1), date, date.advanced(byDays: 1)]
        if !clock.has(dates[0]) { dates[0] = date.advanced(byDays: -2) }
        if !clock.has(dates[2]) { dates[2] = date.advanced(byDays: 2) }
        let near = shifts.filter { dates.contains($0.date) && $0.windowStart <= second && second <= $0.windowEnd }
        let inCore = near.filter { $0.start <= second && second < $0.end }
        if let shift = inCore.min(by: { ($0.start, $0.slot) < ($1.start, $1.slot) }) {
            return WorkDay(date: shift.date, slot: shift.slot)
        }
        let isClockIn = week.punches[index].kind == .clockIn
        let candidates = near.isEmpty ? shifts.filter { $0.date == date } : near
        let nearest = candidates.min { left, right in
            let distances = [left, right].map { min(abs($0.start - second), abs($0.end - second)) }
            if distances[0] != distances[1] { return distances[0] < distances[1] }
            if left.start != right.start { return isClockIn ? left.start > right.start : left.start < right.start }
            return left.slot < right.slot
        }
        return nearest.map { WorkDay(date: near.isEmpty ? date : $0.date, slot: $0.slot) } ?? WorkDay(date: date)
    }
}
