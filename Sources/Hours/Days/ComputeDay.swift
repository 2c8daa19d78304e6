import Time

/// The record of a day: nothing but its punches, its plan and the rules decide about it.
///
/// Times are differences of instants, so that a change of the clocks during work makes it longer or shorter.
public func computeDay(_ input: DayInput) -> DayRecord {
    let builder = SessionBuilder(input)
    var record = DayRecord(input.plan, builder.sessions)
    let duty = input.plan.shift?.duty(leave: input.circumstances.leave)
    record.count(input)
    record.judge(Punctuality(builder.sessions, input.plan, duty: duty))
    let decision = StatusDecision(
        input: input,
        sessions: builder.sessions,
        workedMinutes: record.workedMinutes,
        duty: duty
    )
    record.status = decision.status
    record.flags = builder.flags.union(decision.flags).sorted()
    return record
}

extension DayRecord {
    fileprivate init(_ plan: DayPlan, _ sessions: [WorkSession]) {
        self.sessions = sessions
        firstInAt = sessions.first?.start
        lastOutAt = sessions.last { $0.state == .closed }?.end
        guard let shift = plan.shift else { return }
        scheduledStart = shift.startsAt
        scheduledEnd = shift.endsAt
        scheduledMinutes = shift.duty(leave: nil).map { Minutes.whole($0.microseconds) } ?? 0
    }

    fileprivate mutating func count(_ input: DayInput) {
        let time = CountedTime(sessions.compactMap { RoundedSession($0, input.plan) }, input.plan)
        workedMinutes = Minutes.whole(time.worked)
        breakMinutes = Minutes.whole(time.breaks)
        overtimeMinutes = Minutes.whole(time.overtime)
        let needsApproval = input.plan.shift?.rules.overtime.needsApproval ?? true
        let approved = needsApproval ? max(0, input.circumstances.approvedOvertimeMinutes) : overtimeMinutes
        approvedOvertimeMinutes = min(approved, overtimeMinutes)
    }

    fileprivate mutating func judge(_ punctuality: Punctuality) {
        lateMinutes = punctuality.lateMinutes
        earlyLeaveMinutes = punctuality.earlyLeaveMinutes
    }
}
