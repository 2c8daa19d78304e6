public import Time

/// A stretch of time with its start and without its end, so that intervals can touch.
public struct Interval: Hashable, Sendable {
    public let start: Timestamp
    /// Not before the start.
    public let end: Timestamp

    /// Empty when the end would lie before the start.
    public init(_ start: Timestamp, _ end: Timestamp) {
        self.start = start
        self.end = max(start, end)
    }

    public var microseconds: Int64 { start.microseconds(until: end) }

    var isEmpty: Bool { start == end }

    /// Half of it has passed, to the whole minute.
    var middle: Timestamp {
        start.adding(minutes: microseconds / 2 / Minutes.microseconds)
    }

    func contains(_ instant: Timestamp) -> Bool {
        start <= instant && instant < end
    }

    /// What both have; nil when that is nothing.
    func intersection(_ other: Interval) -> Interval? {
        let common = Interval(max(start, other.start), min(end, other.end))
        return common.isEmpty ? nil : common
    }

    /// What is left without the others, in order.
    func subtracting(_ others: [Interval]) -> [Interval] {
        var rest: [Interval] = []
        var cursor = start
        for other in others.sorted(by: { $0.start < $1.start }) {
            if let piece = Interval(cursor, min(other.start, end)).nonEmpty { rest.append(piece) }
            cursor = max(cursor, other.end)
        }
        if let piece = Interval(cursor, end).nonEmpty { rest.append(piece) }
        return rest
    }

    private var nonEmpty: Interval? { isEmpty ? nil : self }
}
