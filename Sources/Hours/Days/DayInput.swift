public import Time

/// All that a day's record depends on.
public struct DayInput: Sendable {
    public var plan: DayPlan
    /// Those of the work day, in any order.
    public var punches: [PunchEvent]
    public var circumstances: DayCircumstances
    /// The employee's clock-ins of other work days near: each ends a session that was left open.
    public var otherClockIns: [Timestamp]
    /// When the last window of the day's shifts has passed, of all slots; nil for the plan's shift's own.
    public var lastWindowEndsAt: Timestamp?
    /// After which a session without a shift is forgotten.
    public var maximumSessionMinutes: Int
    public var now: Timestamp

    public init(
        plan: DayPlan,
        punches: [PunchEvent],
        circumstances: DayCircumstances = DayCircumstances(),
        otherClockIns: [Timestamp] = [],
        lastWindowEndsAt: Timestamp? = nil,
        maximumSessionMinutes: Int = 960,
        now: Timestamp
    ) {
        self.plan = plan
        self.punches = punches
        self.circumstances = circumstances
        self.otherClockIns = otherClockIns
        self.lastWindowEndsAt = lastWindowEndsAt ?? plan.shift?.windowEndsAt
        self.maximumSessionMinutes = maximumSessionMinutes
        self.now = now
    }

    /// When a session is forgotten that nobody has ended: once the day's last window has passed, and without a shift
    /// once it has lasted as long as a session may.
    ///
    /// The system ends it at this instant, with an automatic clock-out.
    public func forgottenAt(clockIn: Timestamp) -> Timestamp {
        Roster.forgottenAt(
            clockIn: clockIn,
            lastWindowEnd: lastWindowEndsAt,
            maximumSessionMinutes: maximumSessionMinutes
        )
    }

    /// Whether nobody can come any more; never without a shift.
    var isOver: Bool { lastWindowEndsAt.map { now > $0 } ?? false }
}
