extension DatabaseError {
    /// What a log may say of an error.
    ///
    /// Never a value of a parameter, hence nothing of a report's detail, and no message of class 22, which quotes the
    /// text that could not be read.
    public struct Cause: Sendable, Hashable {
        /// Nil when it was not PostgreSQL that refused.
        public let sqlState: String?
        public let reason: String?
    }

    public var cause: Cause {
        switch self {
        case .server(let report):
            Cause(sqlState: report.sqlState, reason: report.sqlState.hasPrefix("22") ? nil : report.message)
        case .unavailable(let reason), .outcomeUnknown(let reason), .unexpectedAnswer(let reason),
            .unsafeRole(let reason), .invalidConfiguration(let reason):
            Cause(sqlState: nil, reason: reason)
        case .deadlineExceeded: Cause(sqlState: nil, reason: "no answer within the deadline")
        case .poolExhausted: Cause(sqlState: nil, reason: "every connection stayed busy")
        case .cancelled: Cause(sqlState: nil, reason: "cancelled")
        case .closed: Cause(sqlState: nil, reason: "shut down")
        case .transactionAborted: Cause(sqlState: nil, reason: "a transaction went on after an error")
        case .invalidParameter: Cause(sqlState: nil, reason: "a parameter that cannot be sent")
        }
    }
}
