/// What a work day has beside punches and plan.
public struct DayCircumstances: Hashable, Sendable {
    public var leave: DayPart?
    /// A status that somebody decided on.
    public var statusOverride: DayStatus?
    public var approvedOvertimeMinutes: Int32

    public init(leave: DayPart? = nil, statusOverride: DayStatus? = nil, approvedOvertimeMinutes: Int32 = 0) {
        self.leave = leave
        self.statusOverride = statusOverride
        self.approvedOvertimeMinutes = approvedOvertimeMinutes
    }
}
