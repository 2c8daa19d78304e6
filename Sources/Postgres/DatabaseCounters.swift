internal import Synchronization

/// What a ``Database`` sent since the start; repeated reads count once.
public final class DatabaseCounters: Sendable {
    private let statementCounter = Atomic(0)
    private let preambleCounter = Atomic(0)
    private let viewerCheckCounter = Atomic(0)
    private let roundTripCounter = Atomic(0)

    /// Statements of callers, without preambles, viewer checks, BEGIN and COMMIT.
    public var statements: Int { statementCounter.load(ordering: .relaxed) }

    public var preambles: Int { preambleCounter.load(ordering: .relaxed) }

    /// Statements that open a scope by checking the viewer.
    public var viewerChecks: Int { viewerCheckCounter.load(ordering: .relaxed) }

    /// Syncs: a read is one; a transaction one per call of `run` or `pipeline` and one for COMMIT.
    public var roundTrips: Int { roundTripCounter.load(ordering: .relaxed) }

    func addStatements(_ count: Int) { statementCounter.add(count, ordering: .relaxed) }
    func addPreamble() { preambleCounter.add(1, ordering: .relaxed) }
    func addViewerCheck() { viewerCheckCounter.add(1, ordering: .relaxed) }
    func addRoundTrip() { roundTripCounter.add(1, ordering: .relaxed) }
}
