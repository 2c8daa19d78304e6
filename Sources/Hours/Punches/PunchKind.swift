/// What a punch says. Raw values are those of the database's `attendance_event_kind`.
public enum PunchKind: String, Sendable, CaseIterable {
    case clockIn = "clock_in"
    case clockOut = "clock_out"
    case breakStart = "break_start"
    case breakEnd = "break_end"

    /// Of punches at one instant, what ends comes before what begins: sessions touch.
    var rank: Int {
        switch self {
        case .breakEnd: 0
        case .clockOut: 1
        case .clockIn: 2
        case .breakStart: 3
        }
    }
}
