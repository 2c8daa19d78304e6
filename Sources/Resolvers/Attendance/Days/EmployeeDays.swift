import FoundationEssentials
import Hours
import Time

/// Which days of an employee are computed anew: local dates, the last one included.
struct EmployeeDays: Hashable, Sendable {
    let employeeID: UUID
    let first: CalendarDate
    let last: CalendarDate

    /// As far as a punch reaches: what follows it in a session may change its day, and what came before may end.
    /// Twice a day covers the longest session, the longest shift, and all zones.
    private static let reach = 2

    init(_ employeeID: UUID, from first: CalendarDate, through last: CalendarDate) {
        self.employeeID = employeeID
        self.first = first
        self.last = last
    }

    /// The days that a punch at the instant may change.
    init(_ employeeID: UUID, around instant: Timestamp) {
        let date = instant.dateInUTC
        self.init(employeeID, from: date.advanced(byDays: -Self.reach), through: date.advanced(byDays: Self.reach))
    }
}

extension EmployeeDays {
    /// The days that punches may change: of each employee one range, which may hold more than that.
    static func around(_ punches: some Sequence<(employeeID: UUID, at: Timestamp)>) -> [EmployeeDays] {
        let ranges = punches.map { EmployeeDays($0.employeeID, around: $0.at) }
        return Dictionary(grouping: ranges, by: \.employeeID).compactMap { id, ranges in
            guard let first = ranges.map(\.first).min(), let last = ranges.map(\.last).max() else { return nil }
            return EmployeeDays(id, from: first, through: last)
        }
    }
}

extension EmployeeDays {
    /// Dates of employees as ranges that do not meet.
    ///
    /// - Parameter gap: dates with at most so many days in between are in one range.
    static func spans(
        _ dates: some Sequence<(employeeID: UUID, date: CalendarDate)>,
        apart gap: Int
    ) -> [EmployeeDays] {
        Dictionary(grouping: dates, by: \.employeeID).flatMap { id, dates in
            Set(dates.map(\.date)).sorted().reduce(into: [EmployeeDays]()) { spans, date in
                if let last = spans.last, last.last.days(until: date) <= gap + 1 {
                    spans[spans.count - 1] = EmployeeDays(id, from: last.first, through: date)
                } else {
                    spans.append(EmployeeDays(id, from: date, through: date))
                }
            }
        }
    }
}

/// One day of one employee: what a record is about.
struct EmployeeWorkDay: Hashable, Sendable {
    let employeeID: UUID
    let day: WorkDay
}
