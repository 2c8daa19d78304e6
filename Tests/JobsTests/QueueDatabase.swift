import FoundationEssentials
import JSON
import Jobs
import Logging
import Postgres
import Testing

/// Tests on a real server, one after another: its connections are few.
@Suite(.serialized) enum QueueTests {}

/// A database of its own with all migrations, and a pool on it, as long as a test needs it.
struct QueueDatabase: Sendable {
    static let login = "rollcall_jobs_test_login"
    let database: Database
    let ownerURL: String

    static func with(_ body: (QueueDatabase) async throws -> Void) async throws {
        let serverURL = try #require(
            ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"],
            "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
        )
        let name = "rollcall_jobs_\(UUID().uuidString.prefix(8).lowercased())"
        try OwnerConnection(serverURL).execute("CREATE DATABASE \(name)")
        defer { try? OwnerConnection(serverURL).execute("DROP DATABASE \(name) WITH (FORCE)") }
        let url = serverURL + (serverURL.contains("?") ? "&" : "?") + "dbname=\(name)"
        try migrate(url, turn: OwnerConnection(serverURL))
        var configuration = DatabaseConfiguration(connectionString: "\(url)&user=\(login)&password=test")
        // A busy machine makes tests slow, not wrong.
        configuration.acquisitionTimeoutMilliseconds = 120_000
        configuration.deadlineMilliseconds = 120_000
        configuration.statementTimeoutMilliseconds = 110_000
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        var logger = Logger(label: "test")
        logger.logLevel = .error
        let database = Database(configuration: configuration, logger: logger)
        try await database.start()
        do {
            try await body(QueueDatabase(database: database, ownerURL: url))
        } catch {
            await database.shutdown()
            throw error
        }
        await database.shutdown()
    }

    /// Roles belong to the whole server, so tests that run at the same time make them one after another.
    private static func migrate(_ url: String, turn: OwnerConnection) throws {
        try turn.execute("SELECT pg_advisory_lock(7315)")
        let owner = try OwnerConnection(url)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../migrations").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".up.sql") }
        for file in files.sorted() {
            let sql = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
            try owner.execute(String(decoding: sql, as: UTF8.self))
        }
        try owner.execute(
            """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(login)') THEN
                CREATE ROLE \(login) LOGIN NOINHERIT PASSWORD 'test';
              END IF;
            END $$;
            GRANT app_user, app_auth, app_platform TO \(login)
            """
        )
        try turn.execute("SELECT pg_advisory_unlock(7315)")
    }

    // MARK: What tests do and ask

    func enqueue(_ job: NewJob) async throws {
        try await database.transaction(in: AuthScope()) { _ = try await $0.run(job.enqueued()) }
    }

    func execute(_ sql: String) throws {
        try OwnerConnection(ownerURL).execute(sql)
    }

    /// The first column of the first row.
    func text(_ sql: String) throws -> String {
        try OwnerConnection(ownerURL).query("SELECT (\(sql))::text")[0].string(0)
    }

    func worker(
        _ handler: ClosureHandler,
        _ configure: (inout JobWorkerConfiguration) -> Void = { _ in }
    ) throws -> JobWorker {
        var configuration = JobWorkerConfiguration()
        configuration.pollMilliseconds = 50
        configuration.retryDelay = RetryDelay(firstMilliseconds: 1, maximumMilliseconds: 5)
        configure(&configuration)
        return try JobWorker(database: database, handlers: [handler], configuration: configuration, onEvent: { _ in })
    }

    /// Runs the workers for the body, and lets them finish.
    func running(_ workers: [JobWorker], _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in workers { group.addTask { await worker.run() } }
            try await body()
            for worker in workers { worker.stop() }
        }
    }
}

/// Does what a test says.
struct ClosureHandler: JobHandler {
    var kind = "test"
    var timeLimitSeconds: Int32 = 60
    let body: @Sendable (Job) async throws -> Void

    func run(_ job: Job) async throws { try await body(job) }
}

/// Calls the body until it answers true; fails after a minute.
func eventually(_ what: Comment, _ body: () async throws -> Bool) async throws {
    for _ in 0..<3_000 {
        if try await body() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what)
}
