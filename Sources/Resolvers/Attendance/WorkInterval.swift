import Hours
import Time

/// A stretch of work, with its pauses: what a session has lasted.
struct WorkInterval: Sendable {
    struct Pause: Sendable {
        let start: Timestamp
        /// Nil while it lasts.
        let end: Timestamp?
        /// A paid one counts as work.
        let isPaid: Bool
    }

    let start: Timestamp
    /// Nil while it lasts.
    let end: Timestamp?
    let status: SessionValues.Status
    let pauses: [Pause]

    /// Time worked, unpaid pauses removed; what still lasts counts until `now`.
    func workedMicroseconds(until now: Timestamp) -> Int64 {
        guard status == .open || status == .closed else { return 0 }
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
