import Time

/// A stretch of work, with its pauses.
struct WorkInterval: Sendable {
    /// Raw values are those of the database's `session_status`.
    enum State: String, Sendable {
        case open
        case closed
        /// Ended by the system because nobody clocked out: counts nothing until it is corrected.
        case autoClosed = "auto_closed"
        case voided
    }

    struct Pause: Sendable {
        let start: Timestamp
        /// Nil while it lasts.
        var end: Timestamp?
        /// A paid one counts as work.
        let isPaid: Bool
    }

    let start: Timestamp
    /// Nil while it lasts.
    var end: Timestamp?
    var state: State
    var pauses: [Pause]

    /// Time worked, unpaid pauses removed; what still lasts counts until `now`.
    func workedMicroseconds(until now: Timestamp) -> Int64 {
        guard state == .open || state == .closed else { return 0 }
        let unpaid = pauses.filter { !$0.isPaid }.reduce(0) { $0 + $1.lengthMicroseconds(until: now) }
        return max(0, start.microseconds(until: end ?? now) - unpaid)
    }
}

extension WorkInterval.Pause {
    /// What still lasts counts until `now`.
    func lengthMicroseconds(until now: Timestamp) -> Int64 {
        max(0, start.microseconds(until: end ?? now))
    }
}

/// The numbers of a day, from its work intervals.
///
/// For somebody without a shift: nothing is late, early or overtime. Times are differences of instants, so a change
/// of the clocks during the work makes it longer or shorter.
struct DayComputation: Equatable, Sendable {
    enum Status: String, Sendable {
        case pending
        /// Once an interval was ended by a clock-out.
        case present
    }

    /// Whole minutes of the day's sum. An open interval counts once it is closed.
    var workedMinutes: Int32 = 0
    /// Pauses of the intervals that count, paid or not.
    var breakMinutes: Int32 = 0
    var lateMinutes: Int32 = 0
    var earlyLeaveMinutes: Int32 = 0
    var overtimeMinutes: Int32 = 0
    var firstInAt: Timestamp?
    /// The last clock-out; an end that the system set is none.
    var lastOutAt: Timestamp?
    var status = Status.pending

    static func compute(_ intervals: [WorkInterval]) -> DayComputation {
        var day = DayComputation()
        day.firstInAt = intervals.filter { $0.state != .voided }.map(\.start).min()
        var worked: Int64 = 0
        var paused: Int64 = 0
        for interval in intervals where interval.state == .closed {
            guard let end = interval.end else { continue }
            worked += interval.workedMicroseconds(until: end)
            paused += interval.pauses.reduce(0) { $0 + $1.lengthMicroseconds(until: end) }
            day.lastOutAt = max(day.lastOutAt ?? end, end)
            day.status = .present
        }
        day.workedMinutes = Minutes.whole(worked)
        day.breakMinutes = Minutes.whole(paused)
        return day
    }
}

/// Whole minutes, as hours are accounted for.
enum Minutes {
    static func whole(_ microseconds: Int64) -> Int32 {
        Int32(clamping: microseconds / 60_000_000)
    }
}
