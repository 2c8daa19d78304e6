import HTTPTypes
import JSON
import Jobs
import Postgres

/// Whether the server lives, and whether it can work.
struct Health: Sendable {
    let database: Database
    let migrations: MigrationFiles
    let version: String
    let observer: Observer

    /// `GET /health`: the process answers.
    func liveness() -> HTTPReply {
        HTTPReply(headers: HTTPHeaders.json, text: #"{"status":"ok"}"#)
    }

    /// `GET /health/detailed`: 503 when the database is away or its schema is not the one of this version. Jobs that
    /// wait or are dead do not make the server unhealthy: it answers all the same.
    func detailed() async -> HTTPReply {
        let state = await state()
        let isHealthy = state.database == "ok" && state.migrations == "current"
        let body: JSONValue = [
            "status": .string(isHealthy ? "ok" : "unavailable"), "version": .string(version),
            "database": .string(state.database), "migrations": .string(state.migrations), "jobs": state.jobs,
        ]
        var headers = HTTPHeaders.json
        if !isHealthy { headers[.retryAfter] = String(ErrorAnswer.unavailableRetrySeconds) }
        return HTTPReply(status: isHealthy ? .ok : .serviceUnavailable, headers: headers, text: body.text)
    }

    private typealias State = (database: String, migrations: String, jobs: JSONValue)

    private func state() async -> State {
        do {
            return try await stateInTime()
        } catch {
            observer.observe(.databaseUnavailable(reason: String(describing: error)))
            return ("unavailable", "unknown", .null)
        }
    }

    /// Who asks for the server's health does not wait as long as those who ask for data.
    private func stateInTime() async throws -> State {
        try await withThrowingTaskGroup(of: State.self) { group in
            group.addTask { try await databaseState() }
            group.addTask {
                try await Task.sleep(for: Self.deadline)
                throw DatabaseError.deadlineExceeded
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private func databaseState() async throws -> State {
        let applied = try await AppliedMigrations.read(from: database)
        guard migrations.pending(after: applied).isEmpty else { return ("ok", "pending", .null) }
        return ("ok", "current", Self.json(try await JobCounts.read(from: database)))
    }

    private static func json(_ counts: JobCounts) -> JSONValue {
        [
            "queued": .int(counts.queued), "running": .int(counts.running), "dead": .int(counts.dead),
            "oldestDueSeconds": counts.oldestDueSeconds.map { .int(Int64($0)) } ?? .null,
        ]
    }

    private static let deadline = Duration.seconds(2)
}
