/// The instants at which the clocks of a zone show a date and a time.
public enum LocalResolution: Equatable, Sendable {
    case unique(Timestamp)
    /// The clocks were put forward over it: none.
    case skipped
    /// The clocks were put back: it came twice.
    case repeated(earlier: Timestamp, later: Timestamp)
}

extension TimeZoneRules {
    /// No place is further from UTC, so that all instants of a local time lie within this many seconds around it.
    private static let reachSeconds: Int64 = 26 * 3600

    /// When the clocks show this.
    public func resolve(_ local: LocalDateTime) -> LocalResolution {
        let instants = spans(around: local).compactMap { span -> Timestamp? in
            let second = local.seconds - Int64(span.offset)
            return second >= span.start && second < span.end ? Timestamp(secondsSinceEpoch: second) : nil
        }
        guard let earlier = instants.first, let later = instants.last else { return .skipped }
        return earlier == later ? .unique(earlier) : .repeated(earlier: earlier, later: later)
    }

    /// The first instant at which the clocks show this or something later.
    ///
    /// That is what a schedule means: what the clocks skip begins when they are put forward, and of a time that comes
    /// twice the first one counts. Later local times never give earlier instants.
    public func firstInstant(of local: LocalDateTime) -> Timestamp {
        // Nearly always no change is near.
        let span = span(at: local.seconds - Self.reachSeconds)
        if span.end > local.seconds + Self.reachSeconds {
            return Timestamp(secondsSinceEpoch: local.seconds - Int64(span.offset))
        }
        for span in spans(around: local) {
            let second = max(span.start, local.seconds - Int64(span.offset))
            if second < span.end { return Timestamp(secondsSinceEpoch: second) }
        }
        return Timestamp(secondsSinceEpoch: local.seconds)
    }

    /// Whether the place never had this date, as Samoa had no 30 December 2011.
    public func skips(_ date: CalendarDate) -> Bool {
        self.date(at: firstInstant(of: LocalDateTime(date, .midnight))) != date
    }

    private func spans(around local: LocalDateTime) -> [Span] {
        spans(from: local.seconds - Self.reachSeconds, through: local.seconds + Self.reachSeconds)
    }
}
