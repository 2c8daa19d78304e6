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

    private func state() async -> (database: String, migrations: String, jobs: JSONValue) {
        do {
            let applied = try await AppliedMigrations.read(from: database)
            guard migrations.pending(after: applied).isEmpty else { return ("ok", "pending", .null) }
            return ("ok", "current", Self.json(try await JobCounts.read(from: database)))
        } catch {
            observer.observe(.databaseUnavailable(reason: String(describing: error)))
            return ("unavailable", "unknown", .null)
        }
    }

    private static func json(_ counts: JobCounts) -> JSONValue {
        [
            "queued": .int(counts.queued), "running": .int(counts.running), "dead": .int(counts.dead),
            "oldestDueSeconds": counts.oldestDueSeconds.map { .int(Int64($0)) } ?? .null,
        ]
    }
}
