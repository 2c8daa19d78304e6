import Time

/// The `date-time` of RFC 5322, section 3.3, in UTC.
enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Such as `Sat, 21 Nov 2026 14:44:50 +0000`.
    static func text(_ instant: Timestamp) -> String {
        let date = instant.dateInUTC
        let (year, month, day) = date.components
        let second = Int(date.startOfDay.microseconds(until: instant) / 1_000_000)
        let time = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(weekdays[date.weekday - 1]), \(day) \(months[month - 1]) \(padded(year, 4)) \(time) +0000"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
