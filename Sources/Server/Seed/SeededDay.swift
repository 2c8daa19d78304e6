import FoundationEssentials
import Time

/// One working day of one employee: a session with its punches, and sometimes an unpaid break.
struct SeededDay {
    struct Break {
        /// Of the break as well.
        let startEventID: UUID
        let endEventID: UUID
        let start: Timestamp
        let end: Timestamp
        let minutes: Int
    }

    let recordID: UUID
    let sessionID: UUID
    let clockInEventID: UUID
    let clockOutEventID: UUID
    let clockIn: Timestamp
    let clockOut: Timestamp
    let pause: Break?
    /// The session's minutes without the break.
    let workedMinutes: Int

    /// - Parameters:
    ///   - random: the day's own stream.
    ///   - date: the local date.
    ///   - offsetMinutes: of the local time from UTC on that date.
    init(_ random: inout SeedRandom, date: CalendarDate, offsetMinutes: Int) {
        recordID = random.uuid()
        sessionID = random.uuid()
        clockInEventID = random.uuid()
        clockOutEventID = random.uuid()
        // Local working hours between 7:00 and 19:00 never meet a change of the clocks.
        let start = date.startOfDay.adding(minutes: Int64(random.int(in: 420...540) - offsetMinutes))
        clockIn = start.adding(seconds: Int64(random.int(in: 0...59)))
        let minutes = random.int(in: 420...560)
        clockOut = clockIn.adding(minutes: Int64(minutes))
        pause = random.int(in: 0...4) == 0 ? Self.pause(&random, after: clockIn) : nil
        workedMinutes = minutes - (pause?.minutes ?? 0)
    }

    private static func pause(_ random: inout SeedRandom, after clockIn: Timestamp) -> Break {
        let start = clockIn.adding(minutes: Int64(random.int(in: 180...270)))
        let minutes = random.int(in: 20...45)
        return Break(
            startEventID: random.uuid(),
            endEventID: random.uuid(),
            start: start,
            end: start.adding(minutes: Int64(minutes)),
            minutes: minutes
        )
    }
}
