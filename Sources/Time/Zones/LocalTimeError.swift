/// Why a local time is no instant.
public enum LocalTimeError: Error, Equatable, Sendable {
    /// The clocks never show it, or not with the offset that was given.
    case invalid
    /// They show it twice.
    case ambiguous(earlier: Timestamp, later: Timestamp)
}

extension TimeZoneRules {
    /// The instant that somebody means who typed a local time.
    ///
    /// - Parameter offsetSeconds: east of UTC, which tells a repeated time apart; nil when it was not given.
    public func instant(of local: LocalDateTime, offsetSeconds: Int? = nil) throws(LocalTimeError) -> Timestamp {
        let candidates: [Timestamp] =
            switch resolve(local) {
            case .skipped: []
            case .unique(let instant): [instant]
            case .repeated(let earlier, let later): [earlier, later]
            }
        let meant = candidates.filter { offsetSeconds == nil || self.offsetSeconds(at: $0) == offsetSeconds }
        guard let first = meant.first, let last = meant.last else { throw .invalid }
        guard first == last else { throw .ambiguous(earlier: first, later: last) }
        return first
    }
}
