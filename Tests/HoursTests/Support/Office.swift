import Hours
import Time

/// A shift in Berlin, 09:00 to 17:00 on Monday 2026-01-05 unless a test says otherwise, and its days.
struct Office {
    var zone = "Europe/Berlin"
    var date = CalendarDate("2026-01-05")
    var holidays: [Holiday] = []
    var rules: ShiftRules

    init(_ start: String = "09:00", _ end: String = "17:00", change: (inout ShiftRules) -> Void = { _ in }) {
        rules = try! ShiftRules(start: LocalTime(start), end: LocalTime(end))
        change(&rules)
    }

    var roster: Roster {
        Roster(
            assignments: [ShiftAssignment(.shift(rules), validFrom: CalendarDate("2011-01-01"))],
            holidays: holidays,
            zone: TimeZoneRules(zone)
        )
    }

    /// A local time of the day, or of one after it as `+1 06:00`.
    func at(_ text: String) -> Timestamp {
        let isLater = text.hasPrefix("+")
        let days = isLater ? Int(text.dropFirst().prefix { $0 != " " })! : 0
        let time = isLater ? String(text.split(separator: " ")[1]) : text
        let local = LocalDateTime(date.advanced(byDays: days), LocalTime(time))
        return TimeZoneRules(zone).firstInstant(of: local)
    }

    /// Punches as `in 09:00`, `out +1 06:00`, `break 12:00`, `paid 12:00`, `unpaid 12:00`, `back 12:30`, `auto 21:00`.
    func punches(_ texts: [String]) -> [PunchEvent] {
        texts.map { text in
            let word = text.prefix { $0 != " " }
            let instant = at(String(text.dropFirst(word.count + 1)))
            switch word {
            case "in": return PunchEvent(.clockIn, at: instant)
            case "out": return PunchEvent(.clockOut, at: instant)
            case "auto": return PunchEvent(.clockOut, at: instant, isAutomatic: true)
            case "break": return PunchEvent(.breakStart, at: instant)
            case "paid": return PunchEvent(.breakStart, at: instant, isPaid: true)
            case "unpaid": return PunchEvent(.breakStart, at: instant, isPaid: false)
            default: return PunchEvent(.breakEnd, at: instant)
            }
        }
    }

    func input(_ texts: [String], now: String = "18:00") -> DayInput {
        DayInput(plan: roster.plan(on: date), punches: punches(texts), now: at(now))
    }

    func day(_ texts: String..., now: String = "18:00", change: (inout DayInput) -> Void = { _ in }) -> DayRecord {
        var input = input(texts, now: now)
        change(&input)
        return computeDay(input)
    }

    /// The same punches without a shift.
    func unscheduled(_ texts: String..., now: String = "18:00") -> DayRecord {
        var input = input(texts, now: now)
        input.plan = .unscheduled(TimeZoneRules(zone))
        input.lastWindowEndsAt = nil
        return computeDay(input)
    }
}
