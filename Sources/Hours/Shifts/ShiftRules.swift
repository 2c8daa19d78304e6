public import Time

/// A work pattern in wall-clock time, and how the hours worked in it are counted.
///
/// The schema's type of this name is the row; this is what the row says.
public struct ShiftRules: Hashable, Sendable {
    public var start: LocalTime
    /// On the next day when it is not after the start.
    public var end: LocalTime
    /// The zone of these times; nil for the employee's.
    public var zone: TimeZoneRules?
    /// On which days it begins.
    public var weekdays: Weekdays
    /// How long before the start a punch counts for it.
    public var earlyClockInMinutes: Int
    /// How long after the end a punch counts for it.
    public var lateClockOutMinutes: Int
    /// How much lateness is none.
    public var lateGraceMinutes: Int
    /// How much leaving early is none.
    public var earlyLeaveGraceMinutes: Int
    public var breaks: BreakRule
    public var overtime: OvertimeRule
    public var rounding: Rounding
    /// Less than that is half a day.
    public var halfDayBelowMinutes: Int?
    /// Less than that is no day.
    public var absentBelowMinutes: Int?

    /// With the defaults of the schema.
    ///
    /// - Throws: the first rule that cannot hold.
    public init(
        start: LocalTime,
        end: LocalTime,
        zone: TimeZoneRules? = nil,
        weekdays: Weekdays = .mondayToFriday,
        earlyClockInMinutes: Int = 60,
        lateClockOutMinutes: Int = 240,
        lateGraceMinutes: Int = 0,
        earlyLeaveGraceMinutes: Int = 0,
        breaks: BreakRule = BreakRule(),
        overtime: OvertimeRule = OvertimeRule(),
        rounding: Rounding = .none,
        halfDayBelowMinutes: Int? = nil,
        absentBelowMinutes: Int? = nil
    ) throws(ShiftError) {
        self.start = start
        self.end = end
        self.zone = zone
        self.weekdays = weekdays
        self.earlyClockInMinutes = earlyClockInMinutes
        self.lateClockOutMinutes = lateClockOutMinutes
        self.lateGraceMinutes = lateGraceMinutes
        self.earlyLeaveGraceMinutes = earlyLeaveGraceMinutes
        self.breaks = breaks
        self.overtime = overtime
        self.rounding = rounding
        self.halfDayBelowMinutes = halfDayBelowMinutes
        self.absentBelowMinutes = absentBelowMinutes
        if let error = check() { throw error }
    }

    /// Whether it ends on the day after the one on which it starts; one that ends when it starts lasts a day.
    public var crossesMidnight: Bool { end <= start }
}
