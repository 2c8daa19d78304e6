import Auth
import FoundationEssentials
import Jobs
import Logging
import Mail
import Postgres
import Time

/// A database of its own with all migrations, and the account services on it, shared by the tests of a run.
///
/// Every test makes people and addresses of its own, so that they do not count each other's attempts.
struct AccountDatabase: Sendable {
    static let now = Timestamp(secondsSinceEpoch: 1_800_000_000)
    static let password = "vq8 Kp2 zx!"

    private static let name = "rollcall_auth_test"
    private static let login = "rollcall_auth_test_login"

    let services: AccountServices
    let url: String
    private let directory: String
    var outbox: String { directory + "/outbox.jsonl" }

    private struct NoServer: Error, CustomStringConvertible {
        let description = "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
    }

    private static let making = Task { try await make() }

    static func shared() async throws -> AccountDatabase { try await making.value }

    private static func make() async throws -> AccountDatabase {
        guard let ownerURL = ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"] else {
            throw NoServer()
        }
        try OwnerConnection(ownerURL).execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        try OwnerConnection(ownerURL).execute("CREATE DATABASE \(name)")
        let url = adding("dbname=\(name)", to: ownerURL)
        let owner = try OwnerConnection(url)
        try migrate(owner)
        try owner.execute(
            """
            DROP ROLE IF EXISTS \(login);
            CREATE ROLE \(login) LOGIN NOINHERIT PASSWORD 'test';
            GRANT app_user, app_auth, app_platform TO \(login)
            """
        )
        let loginURL = adding("user=\(login)&password=test", to: url)
        var configuration = DatabaseConfiguration(connectionString: loginURL)
        configuration.poolSize = 6
        configuration.acquisitionTimeoutMilliseconds = 120_000
        configuration.deadlineMilliseconds = 120_000
        configuration.statementTimeoutMilliseconds = 110_000
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        let database = Database(configuration: configuration, logger: Logger(label: "test"))
        try await database.start()
        let accounts = try AccountDatabase(database: database, url: url)
        try accounts.startSendingLetters()
        return accounts
    }

    /// For as long as the process lives.
    private func startSendingLetters() throws {
        let letters = AccountLetterSending(services: services, transport: MoodyTransport(directory: directory))
        var configuration = JobWorkerConfiguration()
        configuration.retryDelay = RetryDelay(firstMilliseconds: 1, maximumMilliseconds: 10)
        configuration.pollMilliseconds = 50
        let worker = try JobWorker(
            database: services.database,
            handlers: [letters],
            configuration: configuration,
            onEvent: { _ in }
        )
        Task { await worker.run() }
    }

    private init(database: Database, url: String) throws {
        self.url = url
        let directory = FileManager.default.temporaryDirectory.appending(path: "rollcall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let accessKey = try TokenKey(id: "a1", secret: [UInt8](repeating: 1, count: 32))
        let refreshKey = try TokenKey(id: "r1", secret: [UInt8](repeating: 2, count: 32))
        self.directory = directory.path
        services = AccountServices(
            database: database,
            hasher: try PasswordHasher(queueLimit: 1_000),
            codec: AccessTokenCodec(keys: try TokenKeys(current: accessKey), issuer: "i", audience: "a"),
            refreshKeys: try TokenKeys(current: refreshKey),
            configuration: AccountConfiguration(publicURL: "https://rollcall.example")
        )
    }

    private static func migrate(_ connection: OwnerConnection) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../migrations").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".up.sql") }
        for file in files.sorted() {
            let sql = try Data(contentsOf: URL(filePath: folder + "/" + file))
            try connection.execute(String(decoding: sql, as: UTF8.self))
        }
    }

    /// Parameters of a connection URI override its other parts.
    private static func adding(_ parameters: String, to url: String) -> String {
        url + (url.contains("?") ? "&" : "?") + parameters
    }

    // MARK: What tests ask

    /// A client with an address that no other test has.
    func client() -> Client {
        let bytes = (0..<3).map { _ in String(UInt8.random(in: 1...250)) }.joined(separator: ".")
        return Client(address: "10.\(bytes)", userAgent: "test")
    }

    func count(_ sql: String, _ parameters: [Parameter] = []) throws -> Int {
        try OwnerConnection(url).query(sql, parameters)[0].int(0)
    }

    func execute(_ sql: String) throws {
        try OwnerConnection(url).execute(sql)
    }

    /// Waits until every letter was sent; on the pool, as new connections would block threads that other tests need.
    func lettersAreSent() async throws {
        for _ in 0..<300 {
            let waiting = try await services.database.read([Self.waitingJobs()], in: SystemScope())[0][0]
            if !waiting.bool(0) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private static let waitingJobs = Statement<SystemScope>(
        "waiting jobs",
        "SELECT EXISTS (SELECT FROM jobs WHERE status IN ('queued', 'running'))"
    )

    /// The tokens of the letters to an address, oldest first.
    func mailedTokens(to email: String) async throws -> [String] {
        try await lettersAreSent()
        let lines = String(decoding: try Data(contentsOf: URL(filePath: outbox)), as: UTF8.self).split(separator: "\n")
        return lines.filter { $0.contains("\"to\":\"\(email)\"") }.compactMap { line in
            line.firstRange(of: "?token=").map { String(line[$0.upperBound...].prefix(OpaqueToken.textLength)) }
        }
    }
}

/// Somebody registered for a test.
struct TestPerson {
    let email: String
    let tokens: IssuedTokens

    var userID: UUID { tokens.claims.userID }
    var sessionID: UUID { tokens.claims.sessionID }

    /// - Parameter prefix: begins the address; see ``MoodyTransport``.
    static func register(
        _ accounts: AccountDatabase,
        organization: String? = "Analytical Engines",
        prefix: String = "p"
    ) async throws -> TestPerson {
        let email = "\(prefix)\(UInt64.random(in: 0 ... .max))@example.com"
        let input = try RegistrationInput(
            email: email,
            password: AccountDatabase.password,
            displayName: "Ada",
            organizationName: organization
        )
        let tokens = try await Registration(accounts.services)
            .register(input, client: accounts.client(), now: AccountDatabase.now)
        return TestPerson(email: email, tokens: tokens)
    }
}

/// The refusal that an operation ends in, or nil when it succeeds; other errors are thrown on.
func refusal(_ operation: () async throws -> Void) async throws -> AccountRefusal? {
    do {
        try await operation()
        return nil
    } catch let refusal as AccountRefusal { return refusal }
}
