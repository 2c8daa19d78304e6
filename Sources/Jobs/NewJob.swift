public import JSON
public import Postgres
public import Time

/// Work to be done behind the transaction that enqueues it: it exists when that transaction commits, and only then.
///
/// A job runs at least once, at times twice (when a server ends in the middle of it), so its handler must bear that.
public struct NewJob: Sendable {
    /// The channel on which a commit with jobs wakes the workers.
    static let channel: StaticString = "rollcall_jobs"

    public var kind: String
    /// Ids of what the work is about, never secrets: a dump of the database holds this text.
    public var payload: JSONValue
    /// While a job of this kind, key and organization is queued or running, it stands for this one too.
    public var dedupeKey: String?
    /// Not before this instant of the database's clock; nil for at once.
    public var runAt: Timestamp?
    public var maximumAttempts: Int32

    public init(
        kind: String,
        payload: JSONValue = [:],
        dedupeKey: String? = nil,
        runAt: Timestamp? = nil,
        maximumAttempts: Int32 = 10
    ) {
        self.kind = kind
        self.payload = payload
        self.dedupeKey = dedupeKey
        self.runAt = runAt
        self.maximumAttempts = maximumAttempts
    }

    /// The statement that enqueues it, for the change's own transaction; in a tenant's scope the job is the tenant's.
    public func enqueued<S: Scope>() -> BoundStatement<S> { [self].enqueued() }

    /// Whoever enqueues may read nothing of the table, so no conflict target is named: that would ask for SELECT.
    fileprivate static let insert = """
        WITH job AS (
            INSERT INTO jobs (organization_id, kind, dedupe_key, payload, run_at, max_attempts)
            SELECT $1::uuid, v.kind, v.dedupe_key, v.payload::jsonb, coalesce(v.run_at, now()), v.max_attempts
            FROM unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::integer[])
                 AS v (kind, dedupe_key, payload, run_at, max_attempts)
            ON CONFLICT DO NOTHING
            RETURNING 1
        )
        SELECT pg_notify('\(NewJob.channel)', '') FROM job
        """
}

extension [NewJob] {
    /// One statement for all of them.
    public func enqueued<S: Scope>() -> BoundStatement<S> {
        let values: [Parameter] = [
            .texts(map(\.kind)), .texts(map(\.dedupeKey)), .texts(map(\.payload.text)), .timestamps(map(\.runAt)),
            .int32s(map(\.maximumAttempts)),
        ]
        // Tenant scopes put the organization in front by themselves.
        let organization: [Parameter] = S.organizationIsFirstParameter ? [] : [.typedNull(.uuid)]
        return Statement<S>("enqueue job", NewJob.insert).bind(organization + values)
    }
}
