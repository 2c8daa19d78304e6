/// Does the work of one kind of job.
public protocol JobHandler: Sendable {
    /// The kind of the jobs that it takes.
    var kind: String { get }
    /// An attempt is cancelled after so long, and counts as failed.
    var timeLimitSeconds: Int32 { get }

    /// Throws ``JobFailure`` to say why it failed and whether trying again can help; any other error is tried again.
    ///
    /// The same job may come twice, also at the same time on two servers when the first one hangs.
    func run(_ job: Job) async throws
}

extension JobHandler {
    public var timeLimitSeconds: Int32 { 60 }
}

/// Why an attempt failed.
public struct JobFailure: Error, Sendable, Equatable {
    /// A sentence for operators, without secrets: it is stored with the job.
    public let reason: String
    /// No further attempt is made.
    public let isPermanent: Bool

    public static func temporary(_ reason: String) -> JobFailure {
        JobFailure(reason: reason, isPermanent: false)
    }

    public static func permanent(_ reason: String) -> JobFailure {
        JobFailure(reason: reason, isPermanent: true)
    }
}
