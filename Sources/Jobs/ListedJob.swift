public import FoundationEssentials
public import Postgres
public import Time

/// What platform administrators see of a job: not its payload, which names people.
public struct ListedJob: Sendable, Equatable {
    public let id: UUID
    public let kind: String
    /// As the database writes it: `queued`, `running`, `succeeded`, `failed` or `dead`.
    public let status: String
    public let attempts: Int32
    public let runAt: Timestamp
    public let lastError: String?

    /// A row that ``statement(status:limit:)`` gave.
    public init(_ row: Row) {
        id = row.uuid(0)
        kind = row.string(1)
        status = row.string(2)
        attempts = row.int32(3)
        runAt = row.timestamp(4)
        lastError = row.optionalString(5)
    }

    /// The newest jobs first.
    ///
    /// - Parameter status: nil for all.
    public static func statement(status: String?, limit: Int64) -> BoundStatement<PlatformScope> {
        list(.optional(status), .int64(limit))
    }

    private static let list = Statement<PlatformScope>(
        "list jobs",
        """
        SELECT id, kind, status::text, attempts, run_at, last_error FROM jobs
        WHERE $1::text IS NULL OR status = $1::text::job_status
        ORDER BY run_at DESC, id LIMIT $2
        """
    )
}
