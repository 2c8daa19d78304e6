/// Changes of the clocks that come back each year: the rule at the end of a time zone file.
struct YearlyChanges: Equatable, Sendable {
    /// A day of the year, and the seconds after its local midnight.
    struct Moment: Equatable, Sendable {
        let day: Day
        /// May be negative or beyond a day.
        let secondOfDay: Int32
    }

    enum Day: Equatable, Sendable {
        /// 1 to 365; 29 February is never counted.
        case julian(Int)
        /// 0 to 365; 29 February is counted.
        case ordinal(Int)
        /// The week (5 for the last) of the month and the day of the week (0 for Sunday).
        case weekday(month: Int, week: Int, weekday: Int)
    }

    /// Of summer time, however it is called.
    struct Summer: Equatable, Sendable {
        let offset: Int32
        let start: Moment
        let end: Moment
    }

    /// Seconds east of UTC in winter.
    let winterOffset: Int32
    /// Nil where the clocks are never changed.
    let summer: Summer?

    func span(at second: Int64) -> TimeZoneRules.Span {
        guard let summer else { return TimeZoneRules.Span(start: .min, end: .max, offset: winterOffset) }
        let year = Timestamp(secondsSinceEpoch: second + Int64(winterOffset)).dateInUTC.year
        var start = Int64.min
        var offset = winterOffset
        for change in (year - 1...year + 1).flatMap({ changes(in: $0, summer) }).sorted(by: { $0.second < $1.second }) {
            if change.second > second { return TimeZoneRules.Span(start: start, end: change.second, offset: offset) }
            start = change.second
            offset = change.offset
        }
        return TimeZoneRules.Span(start: start, end: .max, offset: offset)
    }

    private func changes(in year: Int, _ summer: Summer) -> [(second: Int64, offset: Int32)] {
        [
            (summer.start.localSecond(in: year) - Int64(winterOffset), summer.offset),
            (summer.end.localSecond(in: year) - Int64(summer.offset), winterOffset),
        ]
    }
}

extension YearlyChanges.Moment {
    fileprivate func localSecond(in year: Int) -> Int64 {
        Int64(day.date(in: year)) * 86_400 + Int64(secondOfDay)
    }
}

extension YearlyChanges.Day {
    /// Days since 1970-01-01.
    fileprivate func date(in year: Int) -> Int {
        let newYear = CalendarDate.daysSinceEpoch(year: year, month: 1, day: 1)
        switch self {
        case .julian(let day): return newYear + day - (CalendarDate.isLeap(year) && day >= 60 ? 0 : 1)
        case .ordinal(let day): return newYear + day
        case .weekday(let month, let week, let weekday):
            let first = CalendarDate.daysSinceEpoch(year: year, month: month, day: 1)
            let firstWeekday = CalendarDate(days: Int32(first)).weekday % 7
            let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            return first + (day < CalendarDate.length(ofMonth: month, year: year) ? day : day - 7)
        }
    }
}
