import Time

/// Makes the sessions of a day, punch by punch in the order of time.
struct SessionBuilder {
    private(set) var sessions: [WorkSession] = []
    private(set) var flags: Set<DayFlag> = []
    private let input: DayInput

    /// Something that begins or ends a session.
    private struct Step {
        let at: Timestamp
        let kind: PunchKind
        /// Where the punch is among those of the day; nil for a clock-in of another day.
        let index: Int?
    }

    init(_ input: DayInput) {
        self.input = input
        let steps = Self.steps(input)
        let superseded = Self.supersededEnds(steps, input.punches)
        for step in steps {
            guard let index = step.index else {
                interrupt(at: step.at)
                continue
            }
            if !superseded.contains(index) { add(input.punches[index], index) }
        }
    }

    private static func steps(_ input: DayInput) -> [Step] {
        let own = PunchEvent.order(of: input.punches).filter { !input.punches[$0].isVoided }.map { index in
            Step(at: input.punches[index].at, kind: input.punches[index].kind, index: index)
        }
        guard let first = own.first else { return [] }
        let others = input.otherClockIns.filter { $0 > first.at }.map { Step(at: $0, kind: .clockIn, index: nil) }
        guard !others.isEmpty else { return own }
        return (own + others).enumerated().sorted { left, right in
            (left.element.at, left.element.kind.rank, left.offset)
                < (right.element.at, right.element.kind.rank, right.offset)
        }.map(\.element)
    }

    /// Ends by the system after which a real one came.
    private static func supersededEnds(_ steps: [Step], _ punches: [PunchEvent]) -> Set<Int> {
        var superseded: Set<Int> = []
        var isEndedLater = false
        for step in steps.reversed() {
            switch step.kind {
            case .clockIn: isEndedLater = false
            case .clockOut:
                guard let index = step.index else { continue }
                if !punches[index].isAutomatic { isEndedLater = true } else if isEndedLater { superseded.insert(index) }
            case .breakStart, .breakEnd: continue
            }
        }
        return superseded
    }

    private mutating func add(_ punch: PunchEvent, _ index: Int) {
        switch punch.kind {
        case .clockIn: clockIn(punch.at, index)
        case .clockOut: clockOut(punch, index)
        case .breakStart: startBreak(punch, index)
        case .breakEnd: endBreak(punch.at)
        }
    }

    private var openIndex: Int? {
        sessions.last?.state == .open ? sessions.indices.last : nil
    }

    private mutating func clockIn(_ instant: Timestamp, _ index: Int) {
        // The same punch twice.
        if let openIndex, sessions[openIndex].start == instant { return }
        if openIndex != nil { interrupt(at: instant) }
        sessions.append(
            WorkSession(clockInIndex: index, clockOutIndex: nil, start: instant, end: nil, state: .open, breaks: [])
        )
    }

    /// Somebody came again, and nobody knows when they had left.
    private mutating func interrupt(at instant: Timestamp) {
        guard let openIndex else { return }
        let forgottenAt = input.forgottenAt(clockIn: sessions[openIndex].start)
        sessions[openIndex].end(at: min(instant, forgottenAt), .autoClosed)
        flags.formUnion([.missingClockOut, .autoClosed])
    }

    private mutating func clockOut(_ punch: PunchEvent, _ index: Int) {
        guard let openIndex else {
            if !punch.isAutomatic { flags.insert(.missingClockIn) }
            return
        }
        sessions[openIndex].end(at: punch.at, punch.isAutomatic ? .autoClosed : .closed, clockOutIndex: index)
        if punch.isAutomatic { flags.formUnion([.missingClockOut, .autoClosed]) }
    }

    private mutating func startBreak(_ punch: PunchEvent, _ index: Int) {
        guard let openIndex, sessions[openIndex].breaks.last.map({ $0.end != nil }) ?? true else {
            flags.insert(.unmatchedBreak)
            return
        }
        let pause = WorkSession.Break(
            startIndex: index,
            start: punch.at,
            end: nil,
            isPaid: punch.isPaid ?? input.plan.shift?.rules.breaks.isPaid ?? false
        )
        sessions[openIndex].breaks.append(pause)
    }

    private mutating func endBreak(_ instant: Timestamp) {
        guard let openIndex, let last = sessions[openIndex].breaks.indices.last,
            sessions[openIndex].breaks[last].end == nil
        else {
            flags.insert(.unmatchedBreak)
            return
        }
        sessions[openIndex].breaks[last].end = instant
    }
}
