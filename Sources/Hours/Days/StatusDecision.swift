import Time

/// What becomes of a day, and what is flagged about it.
struct StatusDecision {
    let input: DayInput
    let sessions: [WorkSession]
    let workedMinutes: Int32
    let duty: Interval?

    var status: DayStatus {
        if let status = input.circumstances.statusOverride { return status }
        switch input.plan {
        case .unscheduled: return free ?? (hasClosed ? .present : .pending)
        case .restDay: return free ?? .restDay
        case .shift(let shift): return duty == nil ? free ?? .holiday : outcome(shift)
        }
    }

    var flags: Set<DayFlag> {
        var flags: Set<DayFlag> = input.circumstances.statusOverride == nil ? [] : [.overridden]
        if let last = sessions.last, last.state == .open, input.now > input.forgottenAt(clockIn: last.start) {
            flags.insert(.missingClockOut)
        }
        guard !sessions.isEmpty else { return flags }
        if input.circumstances.leave != nil { flags.insert(.workedOnLeave) }
        if input.plan.shift?.holiday != nil { flags.insert(.workedOnHoliday) }
        if case .restDay = input.plan { flags.insert(.workedOnRestDay) }
        return flags
    }

    private var hasClosed: Bool { sessions.contains { $0.state == .closed } }

    /// Leave of a part that leaves nothing to work.
    private var free: DayStatus? {
        guard let leave = input.circumstances.leave else { return nil }
        return leave == .whole || input.plan.shift != nil ? .onLeave : nil
    }

    private func outcome(_ shift: ScheduledShift) -> DayStatus {
        guard hasClosed else {
            let nobodyCame = !input.punches.contains { !$0.isVoided }
            return nobodyCame && input.isOver ? .absent : .pending
        }
        if sessions.last?.state == .open { return .present }
        if isBelow(shift.rules.absentBelowMinutes) { return .absent }
        return isBelow(shift.rules.halfDayBelowMinutes) ? .halfDay : .present
    }

    /// On a day of which half is free, half of the threshold.
    private func isBelow(_ threshold: Int?) -> Bool {
        guard let threshold else { return false }
        let isHalf = duty != input.plan.shift?.core
        return Int(workedMinutes) * (isHalf ? 2 : 1) < threshold
    }
}
