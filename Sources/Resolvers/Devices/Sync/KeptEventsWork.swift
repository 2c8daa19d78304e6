import JSON
import Time

/// Which kept events a job looks at again: those of a payroll period that was reopened.
struct KeptEventsWork: Sendable {
    static let jobKind = "kept_device_events"

    let first: CalendarDate
    let last: CalendarDate

    /// A punch belongs to a day up to two days away from its own in UTC, in any zone and shift.
    private static let reach = 2

    var earliest: CalendarDate { first.advanced(byDays: -Self.reach) }
    var latest: CalendarDate { last.advanced(byDays: Self.reach) }

    /// As the job carries it.
    var json: JSONObject { ["from": .string(first.description), "to": .string(last.description)] }

    init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }

    /// Nil for what ``json`` did not write.
    init?(_ payload: JSONValue) {
        guard let first = payload["from"]?.stringValue.flatMap(CalendarDate.init(iso:)),
            let last = payload["to"]?.stringValue.flatMap(CalendarDate.init(iso:))
        else { return nil }
        self.init(first: first, last: last)
    }
}
