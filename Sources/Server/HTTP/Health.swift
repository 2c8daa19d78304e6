import HTTPTypes
import JSON
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

    /// `GET /health/detailed`: 503 when the database is away or its schema is not the one of this version.
    func detailed() async -> HTTPReply {
        let state = await state()
        let isHealthy = state.database == "ok" && state.migrations == "current"
        let body: JSONValue = [
            "status": .string(isHealthy ? "ok" : "unavailable"), "version": .string(version),
            "database": .string(state.database), "migrations": .string(state.migrations),
        ]
        var headers = HTTPHeaders.json
        if !isHealthy { headers[.retryAfter] = String(ErrorAnswer.unavailableRetrySeconds) }
        return HTTPReply(status: isHealthy ? .ok : .serviceUnavailable, headers: headers, text: body.text)
    }

    private func state() async -> (database: String, migrations: String) {
        do {
            let applied = try await AppliedMigrations.read(from: database)
            return ("ok", migrations.pending(after: applied).isEmpty ? "current" : "pending")
        } catch {
            observer.observe(.databaseUnavailable(reason: String(describing: error)))
            return ("unavailable", "unknown")
        }
    }
}
