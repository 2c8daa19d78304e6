/// How to reach PostgreSQL and how long to wait for it.
public struct DatabaseConfiguration: Sendable {
    /// A URI (`postgresql://…`) or libpq's `keyword=value` form.
    public var connectionString: String
    /// Connections kept open, at least 1. Transactions may take all but one of them (of a single one: that one).
    public var poolSize: Int = 4
    /// Units that may be on their way on one connection at a time.
    public var pipelineDepthLimit: Int = 64
    /// Units that may wait for a connection at a time; more are refused with `poolExhausted`.
    public var waitingLimit: Int = 10_000
    /// Prepared statements kept per connection.
    public var preparedStatementLimit: Int = 256
    public var connectTimeoutMilliseconds: Int = 5_000
    /// The longest a unit waits for a connection.
    public var acquisitionTimeoutMilliseconds: Int = 5_000
    /// The longest a unit takes in all, from the call to the answer; a connection that overstays it is replaced.
    public var deadlineMilliseconds: Int = 10_000
    /// The server's own limit per statement; below the deadline, so that a slow statement is an ordinary error.
    public var statementTimeoutMilliseconds: Int = 8_000
    /// The server ends a transaction that sends nothing for this long.
    public var idleInTransactionTimeoutMilliseconds: Int = 10_000
    /// The longest `shutdown()` waits for work on its way.
    public var drainTimeoutMilliseconds: Int = 10_000
    public var reconnectDelayMinimumMilliseconds: Int = 50
    public var reconnectDelayMaximumMilliseconds: Int = 500
    /// The session's `application_name`.
    public var applicationName: String = "rollcall"
    /// Called in the caller's task for every statement it sends, without preamble, viewer check, BEGIN and COMMIT.
    public var onStatement: (@Sendable (_ name: String, _ sql: String) -> Void)?

    public init(connectionString: String) {
        self.connectionString = connectionString
    }
}
