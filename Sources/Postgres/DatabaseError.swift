/// Why a unit of work on the database gave no result.
public enum DatabaseError: Error, Sendable, Equatable {
    /// PostgreSQL refused a statement; everything else in its Sync was undone with it.
    case server(ServerError)
    /// No connection, or it was lost before the answer came; a transaction was rolled back.
    case unavailable(String)
    /// The connection was lost while COMMIT was on its way: the transaction may or may not have happened.
    case outcomeUnknown(String)
    /// No answer within the deadline of the unit.
    case deadlineExceeded
    /// Every connection stayed busy for the whole acquisition timeout.
    case poolExhausted
    /// The calling task was cancelled.
    case cancelled
    /// The database was shut down.
    case closed
    /// The body of a transaction went on after a statement of it had failed, so COMMIT rolled it back.
    case transactionAborted
    /// A parameter that cannot be sent, such as text with a NUL character.
    case invalidParameter(String)
    /// An answer this client does not handle, such as COPY inside a pipeline.
    case unexpectedAnswer(String)
    /// The login role may do more than the server should be able to.
    case unsafeRole(String)
    /// The connection string cannot be read.
    case invalidConfiguration(String)
}

/// An error type that can carry a database error, so that a transaction's body may throw that type alone.
public protocol DatabaseErrorConvertible: Error {
    init(_ error: DatabaseError)
}

extension DatabaseError: DatabaseErrorConvertible {
    public init(_ error: DatabaseError) {
        self = error
    }
}
