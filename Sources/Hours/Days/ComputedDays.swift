public import Time

/// The records of all days that the punches of one employee belong to.
public struct ComputedDays: Sendable {
    /// One of them.
    public struct Day: Sendable {
        public let plan: DayPlan
        /// Its sessions name punches by their place in ``punchIndices``.
        public let record: DayRecord
        /// Where the day's punches are in the list that was given.
        public let punchIndices: [Int]
    }

    public let days: [WorkDay: Day]

    /// - Parameters:
    ///   - punches: in any order. A day is whole only when every session that reaches into it is: give a day more
    ///     than is needed on both sides.
    ///   - workDays: of the punches, when they are known already: ``Roster/workDays(of:maximumSessionMinutes:)``.
    ///   - roster: of the employee.
    ///   - expected: days that are computed even when nothing was punched.
    ///   - circumstances: of the days that have any.
    ///   - maximumSessionMinutes: after which a session without a shift is forgotten.
    ///   - now: the server's time.
    ///   - isWanted: tells of a day with punches whether it is computed.
    public init(
        of punches: [PunchEvent],
        on workDays: [WorkDay]? = nil,
        _ roster: Roster,
        expected: Set<WorkDay> = [],
        circumstances: [WorkDay: DayCircumstances] = [:],
        maximumSessionMinutes: Int,
        now: Timestamp,
        where isWanted: (WorkDay) -> Bool = { _ in true }
    ) {
        let workDays = workDays ?? roster.workDays(of: punches, maximumSessionMinutes: maximumSessionMinutes)
        let clockIns = punches.indices.filter { punches[$0].kind == .clockIn && !punches[$0].isVoided }
        let groups = Dictionary(grouping: punches.indices) { workDays[$0] }
        var days: [WorkDay: Day] = [:]
        for day in expected.union(groups.keys.filter(isWanted)) {
            let indices = groups[day] ?? []
            let input = DayInput(
                plan: roster.plan(on: day.date, slot: day.slot),
                punches: indices.map { punches[$0] },
                circumstances: circumstances[day] ?? DayCircumstances(),
                otherClockIns: clockIns.filter { workDays[$0] != day }.map { punches[$0].at },
                lastWindowEndsAt: roster.lastWindowEnd(on: day.date),
                maximumSessionMinutes: maximumSessionMinutes,
                now: now
            )
            days[day] = Day(plan: input.plan, record: computeDay(input), punchIndices: indices)
        }
        self.days = days
    }
}
