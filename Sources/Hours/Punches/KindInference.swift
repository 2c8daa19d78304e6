public import Time

extension PunchKind {
    /// What a punch is when the machine does not say: out of the session that is open then, else in.
    ///
    /// Of several, infer the earliest first and give it to the others.
    ///
    /// - Parameter punches: those of the employee that are known, in any order.
    public static func inferred(
        at instant: Timestamp,
        among punches: [PunchEvent],
        maximumSessionMinutes: Int
    ) -> PunchKind {
        let latest = PunchEvent.order(of: punches).last { index in
            let punch = punches[index]
            return !punch.isVoided && punch.at <= instant && (punch.kind == .clockIn || punch.kind == .clockOut)
        }
        guard let latest, punches[latest].kind == .clockIn else { return .clockIn }
        let end = punches[latest].at.adding(minutes: Int64(maximumSessionMinutes))
        return instant <= end ? .clockOut : .clockIn
    }
}
