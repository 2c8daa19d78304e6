import Postgres

/// How an attempt ended.
enum JobOutcome: Sendable, Equatable {
    case succeeded
    /// Comes back after the delay, unless that was the last attempt.
    case failed(String)
    /// Never comes back.
    case buried(String)
    /// The server ends; the attempt does not count.
    case released

    init(_ error: any Error) {
        switch error {
        case let failure as JobFailure: self = failure.isPermanent ? .buried(failure.reason) : .failed(failure.reason)
        // Details of PostgreSQL's messages quote values, which may be secret.
        case DatabaseError.server(let report): self = .failed("PostgreSQL refused a statement: \(report.sqlState)")
        case let error as DatabaseError: self = .failed(String(describing: error))
        default: self = .failed("\(type(of: error))")
        }
    }
}
