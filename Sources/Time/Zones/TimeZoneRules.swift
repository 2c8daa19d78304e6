/// When the clocks of a place were and will be changed, and by how much.
public struct TimeZoneRules: Sendable {
    /// The IANA name, such as `Europe/Berlin`.
    public let name: String

    /// Seconds since 1970 at which the offset at the same index begins, ascending.
    let changes: [Int64]
    let offsets: [Int32]
    /// Seconds east of UTC before the first change.
    let firstOffset: Int32
    /// What holds after the last change.
    let yearly: YearlyChanges?

    /// A stretch of time during which the clocks are not changed, in seconds since 1970.
    struct Span: Equatable {
        let start: Int64
        /// The first second after it.
        let end: Int64
        /// Seconds east of UTC.
        let offset: Int32
    }

    public static let utc = TimeZoneRules(name: "UTC", changes: [], offsets: [], firstOffset: 0, yearly: nil)

    /// Seconds east of UTC at the instant.
    public func offsetSeconds(at instant: Timestamp) -> Int {
        Int(span(at: instant.secondsSinceEpoch).offset)
    }

    /// What calendar and clock show at the instant; fractions of a second are dropped.
    public func local(_ instant: Timestamp) -> LocalDateTime {
        let seconds = instant.secondsSinceEpoch
        let local = Timestamp(secondsSinceEpoch: seconds + Int64(span(at: seconds).offset))
        let date = local.dateInUTC
        let time = LocalTime(secondsAfterMidnight: local.secondsSinceEpoch - Int64(date.days) * 86_400)
        return LocalDateTime(date, time ?? .midnight)
    }

    /// The local date at the instant.
    public func date(at instant: Timestamp) -> CalendarDate {
        local(instant).date
    }

    func span(at second: Int64) -> Span {
        let following = indexOfFirstChange(after: second)
        guard following == changes.count else {
            let start = following == 0 ? Int64.min : changes[following - 1]
            return Span(start: start, end: changes[following], offset: offset(before: following))
        }
        let last = changes.last ?? .min
        guard let yearly else { return Span(start: last, end: .max, offset: offset(before: following)) }
        let span = yearly.span(at: second)
        return Span(start: max(span.start, last), end: span.end, offset: span.offset)
    }

    /// The spans that have a second from the first to the last given one, in order.
    func spans(from first: Int64, through last: Int64) -> [Span] {
        var spans = [span(at: first)]
        while let end = spans.last?.end, end <= last { spans.append(span(at: end)) }
        return spans
    }

    private func offset(before index: Int) -> Int32 {
        index == 0 ? firstOffset : offsets[index - 1]
    }

    private func indexOfFirstChange(after second: Int64) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension TimeZoneRules: Hashable {
    /// Zones are the same when their names are: there is one database of them.
    public static func == (left: TimeZoneRules, right: TimeZoneRules) -> Bool {
        left.name == right.name
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
