import Auth
import Files
import FoundationEssentials
import GraphQLEngine
import JSON
import Logging
import Postgres
import Resolvers
import Schema
import Synchronization
import TestProcesses
import Testing
import Time

/// The API in the test's own process, over a database whose every row is known.
final class GoldenFixture: Sendable {
    /// What a request sent to the database and answered.
    struct Outcome {
        let response: JSONValue
        /// Name and SQL of each statement, in order; without role, tenant and the viewer's check.
        let statements: [(name: String, sql: String)]
        let roundTrips: Int
    }

    private static let organization = identifier(1)
    static let now = Timestamp(secondsSinceEpoch: 1_898_845_200)  // 2030-03-04T09:00:00Z

    private let database: Database
    private let executor: Executor<ResolverContext>
    private let services: Services
    private let statements: StatementRecord

    /// Makes the database for the body.
    static func with(_ body: (GoldenFixture) async throws -> Void) async throws {
        let storage = try ServerDatabase()
        defer { try? storage.drop() }
        let owner = try storage.connect()
        for migration in try migrations() { try owner.execute(migration) }
        try owner.execute("GRANT app_user, app_auth, app_platform TO \(storage.name)")
        try owner.execute(try rows())
        let fixture = try GoldenFixture(storage.loginURL)
        try await fixture.database.start()
        do {
            try await body(fixture)
        } catch {
            await fixture.database.shutdown()
            throw error
        }
        await fixture.database.shutdown()
    }

    private init(_ url: String) throws {
        let statements = StatementRecord()
        self.statements = statements
        var configuration = DatabaseConfiguration(connectionString: url)
        configuration.poolSize = 2
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        configuration.deadlineMilliseconds = 120_000
        configuration.onStatement = { name, sql in statements.append(name, sql) }
        var logger = Logger(label: "test")
        logger.logLevel = .error
        database = Database(configuration: configuration, logger: logger)
        executor = Executor(schema: try RollcallSchema.executable())
        services = try Self.services(database, logger)
    }

    func execute(_ document: String, _ variables: JSONObject, as viewer: Viewer?) async throws -> Outcome {
        let parsed = try Document.parse(Source(document))
        let schema = executor.schema.schema
        let problems = Validator.validate(parsed, schema: schema)
        try #require(problems.isEmpty, "\(problems.map(\.message))")
        let values = try CoerceVariables.coerce(operation: 0, document: parsed, schema: schema, variables: variables)
        let plan = try PreparedDocument(parsed)
            .plan(operation: 0, schema: schema, access: ViewerAccess(viewer.map(Principal.person)), variables: values)
        var request = RequestInformation(
            requestID: "golden",
            clientAddress: "192.0.2.7",
            userAgent: "golden",
            now: Self.now
        )
        request.operationName = parsed.nameOfOperation(0)
        let context = ResolverContext(services: services, request: request, principal: viewer.map(Principal.person))
        let roundTrips = database.counters.roundTrips
        statements.removeAll()
        let result = await executor.execute(BoundPlan(plan, variables: values), context: context)
        return Outcome(
            response: try JSONReader().read(result.body),
            statements: statements.all,
            roundTrips: database.counters.roundTrips - roundTrips
        )
    }
}

extension GoldenFixture {
    /// Who asks.
    enum Person: Int {
        case owner = 10
        /// An employee with a login, without any further rights.
        case member = 20

        var viewer: Viewer {
            let membership = AccessTokenClaims.Membership(
                organizationID: GoldenFixture.organization,
                memberID: identifier(rawValue + 2),
                memberEpoch: 1,
                role: self == .owner ? .owner : .member
            )
            return Viewer(
                AccessTokenClaims(
                    userID: identifier(rawValue),
                    sessionID: identifier(rawValue + 1),
                    sessionEpoch: 1,
                    membership: membership,
                    isPlatformAdmin: false,
                    issuedAt: now,
                    expiresAt: now.adding(days: 1)
                )
            )
        }
    }

    /// The keys of `rows.sql` are numbers.
    private static func identifier(_ number: Int) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, UInt8(number >> 8), UInt8(number & 0xFF)))
    }

    private static func rows() throws -> String {
        try String(contentsOfFile: "\(GoldenCase.directory)/rows.sql", encoding: .utf8)
    }

    private static func migrations() throws -> [String] {
        let directory = Repository.path + "/migrations"
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".up.sql") }
        return try names.sorted().map { try String(contentsOfFile: "\(directory)/\($0)", encoding: .utf8) }
    }

    private static func services(_ database: Database, _ logger: Logger) throws -> Services {
        let keys = try TokenKeys(current: try TokenKey(id: "golden", secret: Array(repeating: 7, count: 32)))
        let accounts = AccountServices(
            database: database,
            hasher: try PasswordHasher(),
            codec: AccessTokenCodec(keys: keys, issuer: "golden", audience: "golden"),
            refreshKeys: keys,
            configuration: AccountConfiguration(publicURL: "http://localhost")
        )
        let limits = ServerDescription.Limits(
            maximumDepth: 12,
            maximumCost: 10_000,
            maximumAliases: 30,
            maximumRootFields: 20,
            maximumRootMutations: 25,
            maximumBatchedOperations: 25
        )
        let server = ServerDescription(version: "golden", schemaHash: "golden", limits: limits)
        let files = FileServices(
            storage: FileStorage(directory: "/nonexistent"),
            links: accounts.fileLinks,
            maximumBytes: 1,
            publicURL: "http://localhost"
        )
        return Services(database: database, accounts: accounts, logger: logger, server: server, files: files)
    }
}

/// The statements of the request that runs.
private final class StatementRecord: Sendable {
    private let statements = Mutex<[(name: String, sql: String)]>([])

    var all: [(name: String, sql: String)] { statements.withLock { $0 } }

    func append(_ name: String, _ sql: String) {
        statements.withLock { $0.append((name, sql)) }
    }

    func removeAll() {
        statements.withLock { $0.removeAll() }
    }
}
