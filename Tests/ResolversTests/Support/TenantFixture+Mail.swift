import Jobs
import Logging
import Mail
import Postgres
import Resolvers
import Synchronization

extension TenantFixture {
    /// Runs all background work that is due, and answers the mails that it sent, oldest first.
    ///
    /// It runs on connections of its own, so that ``statements`` holds the requests' statements alone.
    func deliverMail() async throws -> [MailMessage] {
        let mailbox = TestMailbox()
        try await runJobs { database in
            BackgroundWork.handlers(
                database: database,
                accounts: services.accounts,
                mail: mailbox,
                files: services.files.storage
            )
        }
        return mailbox.mails
    }

    /// Runs the jobs that are due with these handlers, and those that they enqueue.
    func runJobs(_ handlers: (Database) -> [any JobHandler]) async throws {
        var configuration = DatabaseConfiguration(connectionString: storage.loginURL)
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        configuration.deadlineMilliseconds = 120_000
        let database = Database(configuration: configuration, logger: Logger(label: "test"))
        try await database.start()
        let worker = try JobWorker(database: database, handlers: handlers(database), onEvent: { _ in })
        let run = Task { await worker.run() }
        let limit = ContinuousClock.now + .seconds(60)
        let owner = try owner()
        while try hasWaitingJobs(owner), .now < limit { try await Task.sleep(for: .milliseconds(10)) }
        worker.stop()
        await run.value
        await database.shutdown()
    }

    private func hasWaitingJobs(_ owner: OwnerConnection) throws -> Bool {
        let due = "status = 'running' OR status = 'queued' AND run_at <= clock_timestamp()"
        return try owner.query("SELECT EXISTS (SELECT FROM jobs WHERE \(due))")[0].bool(0)
    }
}

/// Keeps mails instead of sending them.
private final class TestMailbox: MailTransport {
    private let state = Mutex<[MailMessage]>([])

    var mails: [MailMessage] { state.withLock { $0 } }

    func send(_ message: MailMessage) async throws(MailFailure) {
        state.withLock { $0.append(message) }
    }
}
