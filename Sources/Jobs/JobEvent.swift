public import FoundationEssentials

/// What a worker tells of itself; the server words its log lines.
public enum JobEvent: Sendable, Equatable {
    case succeeded(kind: String, id: UUID)
    /// Comes back later.
    case failed(kind: String, id: UUID, attempts: Int32, reason: String)
    /// Was the last attempt; the job waits for somebody to look at it.
    case died(kind: String, id: UUID, reason: String)
    /// The server ended in the middle of it; another one takes it.
    case released(kind: String, id: UUID)
    /// The outcome could not be written, so the job will run once more when its lease has run out.
    case outcomeLost(kind: String, id: UUID, reason: String)
    case queueUnavailable(reason: String)

    init(_ job: Job, _ outcome: JobOutcome) {
        switch outcome {
        case .succeeded: self = .succeeded(kind: job.kind, id: job.id)
        case .released: self = .released(kind: job.kind, id: job.id)
        case .buried(let reason): self = .died(kind: job.kind, id: job.id, reason: reason)
        case .failed(let reason) where job.attempts >= job.maximumAttempts:
            self = .died(kind: job.kind, id: job.id, reason: reason)
        case .failed(let reason): self = .failed(kind: job.kind, id: job.id, attempts: job.attempts, reason: reason)
        }
    }
}
