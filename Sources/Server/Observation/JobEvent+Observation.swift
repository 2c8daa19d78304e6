import FoundationEssentials
import Jobs
import Logging

/// How the log words what workers tell.
extension JobEvent {
    var level: Logger.Level {
        switch self {
        case .succeeded: .debug
        case .released: .info
        case .failed, .queueUnavailable: .warning
        case .died, .outcomeLost: .error
        }
    }

    var message: Logger.Message {
        switch self {
        case .succeeded: "Job done"
        case .failed: "Job failed, will be tried again"
        case .died: "Job failed for good"
        case .released: "Job put back"
        case .outcomeLost: "Outcome of a job not written"
        case .queueUnavailable: "Queue unavailable"
        }
    }

    var metadata: Logger.Metadata {
        switch self {
        case .succeeded(let kind, let id), .released(let kind, let id):
            ["kind": .string(kind), "job": .string(id.uuidString)]
        case .failed(let kind, let id, let attempts, let reason):
            [
                "kind": .string(kind), "job": .string(id.uuidString), "attempts": .stringConvertible(attempts),
                "reason": .string(reason),
            ]
        case .died(let kind, let id, let reason), .outcomeLost(let kind, let id, let reason):
            ["kind": .string(kind), "job": .string(id.uuidString), "reason": .string(reason)]
        case .queueUnavailable(let reason): ["reason": .string(reason)]
        }
    }
}
