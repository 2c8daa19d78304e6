import Time

/// How a shift rounds each punch, for the computation of the day only.
public struct Rounding: Hashable, Sendable {
    /// Raw values are those of the database's `rounding_mode`.
    public enum Mode: String, Sendable, CaseIterable {
        /// A half is rounded up.
        case nearest
        /// To the later one.
        case up
        /// To the earlier one.
        case down
    }

    /// The steps there are; 0 leaves punches as they are. All divide an hour.
    public static let steps: Set<Int> = [0, 5, 6, 10, 15, 30]

    public static let none = Rounding(minutes: 0, mode: .nearest)

    public var minutes: Int
    public var mode: Mode

    public init(minutes: Int, mode: Mode) {
        self.minutes = minutes
        self.mode = mode
    }

    /// The instant at which the clock on the wall shows a multiple of the step.
    func round(_ instant: Timestamp, in zone: TimeZoneRules) -> Timestamp {
        guard minutes > 0 else { return instant }
        let step = Int64(minutes) * Minutes.microseconds
        let offset = Int64(zone.offsetSeconds(at: instant)) * 1_000_000
        let over = Self.remainder(instant.adding(microseconds: offset).microseconds, step)
        guard over > 0 else { return instant }
        let isUp = mode == .up || mode == .nearest && over * 2 >= step
        return instant.adding(microseconds: isUp ? step - over : -over)
    }

    /// Never negative.
    private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
        let remainder = value % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
