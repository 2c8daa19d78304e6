public import FoundationEssentials
public import JSON
import Postgres
public import Time

/// A job that this server has taken: its lease runs.
public struct Job: Sendable {
    public let id: UUID
    /// Whose transaction enqueued it; nil outside of tenants.
    public let organizationID: UUID?
    public let kind: String
    public let payload: JSONValue
    /// This one included.
    public let attempts: Int32
    public let maximumAttempts: Int32
    /// By the database's clock, as is `takenAt`.
    public let createdAt: Timestamp
    public let takenAt: Timestamp

    /// A row of ``columns``.
    init(_ row: Row) {
        id = row.uuid(0)
        organizationID = row.optionalUUID(1)
        kind = row.string(2)
        // PostgreSQL keeps jsonb well-formed.
        payload = (try? JSONReader().read(Array(row.string(3).utf8))) ?? .null
        attempts = row.int32(4)
        maximumAttempts = row.int32(5)
        createdAt = row.timestamp(6)
        takenAt = row.timestamp(7)
    }

    static let columns = """
        jobs.id, jobs.organization_id, jobs.kind, jobs.payload::text, jobs.attempts, jobs.max_attempts, \
        jobs.created_at, clock_timestamp()
        """
}
