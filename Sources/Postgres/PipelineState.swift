/// What was sent on one connection and not yet answered: decides what each answer means.
struct PipelineState {
    enum Step {
        case prepare(PreparedStatementCache.Key)
        case execute(isSilent: Bool)
        case deallocate(name: String)
        case sync
    }

    enum Answer {
        case success
        case failure(ServerError)
        case aborted
        case sync
        /// COPY and the like.
        case unsupported
    }

    enum Action {
        case none
        /// Give the result to the unit.
        case keep(PipelineUnit)
        case confirm(PreparedStatementCache.Key)
        case forget(PreparedStatementCache.Key)
        /// DEALLOCATE did not run; send it again.
        case deallocateLater(name: String)
        /// Every statement of the unit is answered.
        case complete(PipelineUnit)
        /// The session is over.
        case close(reason: String)
    }

    private struct Entry {
        let unit: PipelineUnit
        let steps: [Step]
        var position = 0
    }

    private var entries = Queue<Entry>()
    /// Since when the server owes the head's answers to us; of no meaning while nothing is on its way.
    private var headSince = MonotonicTime.now()

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }
    var head: PipelineUnit? { entries.first?.unit }
    var units: [PipelineUnit] { entries.all.map(\.unit) }

    /// Whether the server has been at the head since then, or longer.
    func isBusyWithHead(since time: MonotonicTime) -> Bool {
        !isEmpty && headSince <= time
    }

    mutating func sent(_ unit: PipelineUnit, steps: [Step]) {
        if isEmpty { headSince = .now() }
        entries.append(Entry(unit: unit, steps: steps))
    }

    mutating func received(_ answer: Answer) -> Action {
        guard !isEmpty else { return .close(reason: "an answer to nothing that was asked") }
        let (unit, step) = entries.updateFirst { entry in
            defer { entry.position += 1 }
            return (entry.unit, entry.steps[entry.position])
        }
        switch answer {
        case .success: return succeeded(step, unit)
        case .failure(let error) where error.endsSession: return .close(reason: error.message)
        case .failure(let error):
            unit.error = unit.error ?? .server(error)
            return undone(step)
        case .aborted: return undone(step)
        case .sync: return synchronized(step, unit)
        case .unsupported: return .close(reason: "COPY is not possible in a pipeline")
        }
    }

    /// Forgets everything on its way and hands it over, oldest first.
    mutating func removeAll() -> [PipelineUnit] {
        entries.removeAll().map(\.unit)
    }

    private func succeeded(_ step: Step, _ unit: PipelineUnit) -> Action {
        switch step {
        case .prepare(let key): .confirm(key)
        case .execute(let isSilent): isSilent ? .none : .keep(unit)
        case .deallocate: .none
        case .sync: .close(reason: "an answer where the end of the unit was due")
        }
    }

    private func undone(_ step: Step) -> Action {
        switch step {
        case .prepare(let key): .forget(key)
        case .deallocate(let name): .deallocateLater(name: name)
        case .execute: .none
        case .sync: .close(reason: "an answer where the end of the unit was due")
        }
    }

    private mutating func synchronized(_ step: Step, _ unit: PipelineUnit) -> Action {
        guard case .sync = step else { return .close(reason: "the end of the unit came before its answers") }
        entries.removeFirst()
        if !isEmpty { headSince = .now() }
        return .complete(unit)
    }
}
