/// What a shift counts as overtime.
public struct OvertimeRule: Hashable, Sendable {
    /// Minutes outside of the shift that are none yet; those beyond are.
    public var afterMinutes: Int
    /// Whether minutes before the shift count: as work, and as overtime.
    public var countsBeforeShift: Bool
    /// Whether overtime is approved only by somebody's decision.
    public var needsApproval: Bool

    public init(afterMinutes: Int = 0, countsBeforeShift: Bool = false, needsApproval: Bool = true) {
        self.afterMinutes = afterMinutes
        self.countsBeforeShift = countsBeforeShift
        self.needsApproval = needsApproval
    }
}
