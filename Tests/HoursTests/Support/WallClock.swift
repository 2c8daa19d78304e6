import Foundation
import Time

/// The clock on the wall by Foundation's knowledge of zones, read step by step: slow, and nothing of it is shared
/// with the program.
final class WallClock {
    private let zone: TimeZone
    private var offsets: [Int64: Int64] = [:]
    private var latest: (half: Int64, offset: Int64) = (.min, 0)

    init(_ name: String) {
        zone = TimeZone(identifier: name)!
    }

    /// Seconds east of UTC. In the years of the tests clocks are changed on half hours of UTC only.
    func offset(_ second: Int64) -> Int64 {
        let half = second / 1800
        if half == latest.half { return latest.offset }
        let offset = offsets[half] ?? Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(half * 1800))))
        offsets[half] = offset
        latest = (half, offset)
        return offset
    }

    /// Seconds since the local 1970-01-01 00:00.
    func local(_ second: Int64) -> Int64 {
        second + offset(second)
    }

    func date(_ second: Int64) -> CalendarDate {
        CalendarDate(days: Int32(local(second) / 86_400))
    }

    /// The first minute at which the clock shows this minute of the date, or something later.
    func firstMinute(_ date: CalendarDate, _ minuteOfDay: Int64) -> Int64 {
        let wanted = Int64(date.days) * 86_400 + minuteOfDay * 60
        var second = wanted - 40 * 3600
        while local(second) < wanted { second += 1800 }
        second -= 1800
        while local(second) < wanted { second += 60 }
        return second
    }

    /// Whether any half hour has this date.
    func has(_ date: CalendarDate) -> Bool {
        let noon = Int64(date.days) * 86_400 + 43_200
        return stride(from: noon - 40 * 3600, through: noon + 40 * 3600, by: 1800).contains { self.date($0) == date }
    }
}
