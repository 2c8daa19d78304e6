/// How a shift deducts breaks from the time worked.
public struct BreakRule: Hashable, Sendable {
    /// Raw values are those of the database's `break_mode`.
    public enum Mode: String, Sendable, CaseIterable {
        /// Nothing is deducted; punched breaks are only told.
        case none
        /// The shift's minutes, whatever was punched.
        case fixed
        /// What was punched.
        case punched
        /// The shift's minutes or what was punched, whichever is more.
        case greaterOf = "greater_of"
    }

    public var mode: Mode
    /// Length of the break that needs no punches.
    public var minutes: Int
    /// Whether breaks count as work: the one without punches, and punched ones that do not say.
    public var isPaid: Bool

    public init(mode: Mode = .punched, minutes: Int = 0, isPaid: Bool = false) {
        self.mode = mode
        self.minutes = minutes
        self.isPaid = isPaid
    }
}
