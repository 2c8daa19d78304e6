/// Statements that end in one Sync, and the caller who waits for their answers.
///
/// `@unchecked Sendable` holds because the caller sets it up before it goes through the mailbox, and from then on only
/// the I/O thread reads or changes what varies.
final class PipelineUnit: @unchecked Sendable {
    enum Kind {
        /// Shares a connection with others, and may be sent again when that is lost.
        case read
        /// Waits for a connection of its own and opens a transaction on it.
        case leaseBegin(Lease)
        case leaseContinue(Lease)
        /// COMMIT or ROLLBACK, after which the connection is given back.
        case leaseEnd(Lease, isCommit: Bool)
        /// Reads the enums of a new connection.
        case handshake
    }

    enum State {
        case new, waiting, inFlight
        /// The caller has its answer, though the connection may not.
        case finished
    }

    typealias Answer = Result<[ResultSet], DatabaseError>

    let kind: Kind
    let statements: [EncodedStatement]
    /// Statements at the front whose results nobody asked for: preamble, viewer check, BEGIN.
    let silentCount: Int
    let deadline: MonotonicTime
    var acquisitionDeadline: MonotonicTime
    /// Nil for the client's own units.
    var continuation: CheckedContinuation<Answer, Never>?

    private(set) var state = State.new
    private(set) var mayRetry: Bool
    /// The task was cancelled before it had handed the unit over; the submission that follows ends it.
    var isCancelledBeforeSubmission = false
    var results: [ResultSet] = []
    var error: DatabaseError?

    init(
        kind: Kind,
        statements: [EncodedStatement],
        silentCount: Int,
        deadline: MonotonicTime,
        acquisitionDeadline: MonotonicTime
    ) {
        self.kind = kind
        self.statements = statements
        self.silentCount = silentCount
        self.deadline = deadline
        self.acquisitionDeadline = acquisitionDeadline
        if case .read = kind { mayRetry = true } else { mayRetry = false }
    }

    var lease: Lease? {
        switch kind {
        case .read, .handshake: nil
        case .leaseBegin(let lease), .leaseContinue(let lease), .leaseEnd(let lease, _): lease
        }
    }

    var isFinished: Bool { state == .finished }

    /// Whether the transaction may have happened when no answer comes.
    var isCommitOnItsWay: Bool {
        if case .leaseEnd(_, isCommit: true) = kind { state == .inFlight } else { false }
    }

    func wait() {
        if state != .finished { state = .waiting }
    }

    func sent() {
        if state != .finished { state = .inFlight }
    }

    /// Puts the unit back as it was before it was sent; once only.
    func prepareRetry(acquisitionDeadline: MonotonicTime) {
        mayRetry = false
        results = []
        error = nil
        self.acquisitionDeadline = acquisitionDeadline
        state = .waiting
    }

    func finish(_ answer: Answer) {
        guard state != .finished else { return }
        state = .finished
        continuation?.resume(returning: answer)
        continuation = nil
    }
}

/// A connection that one transaction has for itself; confined to the I/O thread like the units that carry it.
final class Lease: @unchecked Sendable {
    /// The place of the connection in the pool; nil before the transaction began and after the connection was lost.
    var slot: Int?
    var isEnded = false
}
