import Auth
import DNS
import Files
import FoundationEssentials
import GraphQLEngine
import JSON
import Logging
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// A database of its own with two organizations, and the API over it in the test's own process.
final class TenantFixture: Sendable {
    let database: Database
    let log = LogLines()
    /// Names of the statements that were sent, in order.
    let statements: StatementLog
    let first: TestOrganization
    let second: TestOrganization
    let storage: TestStorage
    let services: Services

    /// The API is the same over all databases, and what is made of a document as well.
    private static let executor = Result { Executor(schema: try RollcallSchema.executable()) }
    private static let documents = PlanCache()

    /// Makes the database, runs the body and drops it.
    static func with(
        poolSize: Int = 4,
        accounts: AccountConfiguration = AccountConfiguration(publicURL: "http://localhost"),
        textRecords: any TextRecords = NoTextRecords(),
        _ body: (TenantFixture) async throws -> Void
    ) async throws {
        await TestGate.databases.enter()
        do {
            try await withStorage(poolSize: poolSize, accounts, textRecords, body)
        } catch {
            await TestGate.databases.leave()
            throw error
        }
        await TestGate.databases.leave()
    }

    private static func withStorage(
        poolSize: Int,
        _ accounts: AccountConfiguration,
        _ textRecords: any TextRecords,
        _ body: (TenantFixture) async throws -> Void
    ) async throws {
        let storage = try TestStorage()
        defer { storage.drop() }
        let fixture = try TenantFixture(storage, poolSize: poolSize, accounts, textRecords)
        try await fixture.database.start()
        do {
            try await body(fixture)
        } catch {
            await fixture.database.shutdown()
            throw error
        }
        await fixture.database.shutdown()
    }

    private init(
        _ storage: TestStorage,
        poolSize: Int,
        _ accounts: AccountConfiguration,
        _ textRecords: any TextRecords
    ) throws {
        self.storage = storage
        let owner = try storage.owner()
        first = try TestOrganization(named: "First", owner)
        second = try TestOrganization(named: "Second", owner)
        let statements = StatementLog()
        self.statements = statements
        var configuration = DatabaseConfiguration(connectionString: storage.loginURL)
        configuration.poolSize = poolSize
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        // A busy machine makes tests slow, not wrong.
        configuration.acquisitionTimeoutMilliseconds = 120_000
        configuration.deadlineMilliseconds = 120_000
        configuration.statementTimeoutMilliseconds = 120_000
        configuration.onStatement = { name, _ in statements.append(name) }
        let logger = log.logger(.warning)
        database = Database(configuration: configuration, logger: logger)
        services = try Self.services(database, accounts, textRecords, logger)
    }

    /// A connection that sees and may do everything.
    func owner() throws -> OwnerConnection { try storage.owner() }

    private static func services(
        _ database: Database,
        _ configuration: AccountConfiguration,
        _ textRecords: any TextRecords,
        _ logger: Logger
    ) throws -> Services {
        let key = try TokenKey(id: "test", secret: Array(repeating: 7, count: 64))
        let accounts = AccountServices(
            database: database,
            hasher: try PasswordHasher(),
            codec: AccessTokenCodec(keys: try TokenKeys(current: key), issuer: "test", audience: "test"),
            refreshKeys: try TokenKeys(current: key),
            configuration: configuration
        )
        let limits = ServerDescription.Limits(
            maximumDepth: 20,
            maximumCost: 1000,
            maximumAliases: 20,
            maximumRootFields: 20,
            maximumRootMutations: 20,
            maximumBatchedOperations: 10
        )
        let server = ServerDescription(version: "test", schemaHash: "test", limits: limits)
        return Services(
            database: database,
            accounts: accounts,
            logger: logger,
            server: server,
            files: FileServices(
                storage: FileStorage(
                    directory: FileManager.default.temporaryDirectory.path + "/rollcall-files-\(UUID())"
                ),
                links: accounts.fileLinks,
                maximumBytes: 10_000,
                publicURL: "https://rollcall.example"
            ),
            textRecords: textRecords
        )
    }
}

extension TenantFixture {
    /// What the API answers: the whole response.
    ///
    /// - Parameters:
    ///   - viewer: nil for an anonymous caller.
    ///   - now: the server's clock.
    func execute(
        _ document: String,
        _ variables: JSONObject = JSONObject(),
        as viewer: Viewer?,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        try await run(document, variables, as: viewer, now: now).response
    }

    /// The same with what becomes of the caller's cookies.
    ///
    /// - Parameter cookies: nil for a request that must not use any.
    func run(
        _ document: String,
        _ variables: JSONObject = JSONObject(),
        as viewer: Viewer?,
        now: Timestamp = .now(),
        cookies: CookieSession? = nil
    ) async throws -> (response: JSONValue, cookieChange: CookieChange?) {
        try await run(document, variables, principal: viewer.map(Principal.person), now: now, cookies: cookies)
    }

    /// The same for a caller who may be a device.
    func run(
        _ document: String,
        _ variables: JSONObject = JSONObject(),
        principal: Principal?,
        now: Timestamp = .now(),
        cookies: CookieSession? = nil
    ) async throws -> (response: JSONValue, cookieChange: CookieChange?) {
        let executor = try Self.executor.get()
        let schema = executor.schema.schema
        let prepared = try Self.prepare(document, schema)
        let parsed = prepared.document
        let values = try CoerceVariables.coerce(operation: 0, document: parsed, schema: schema, variables: variables)
        let plan = try prepared.plan(operation: 0, schema: schema, access: ViewerAccess(principal), variables: values)
        var request = RequestInformation(
            requestID: UUID().uuidString,
            clientAddress: "192.0.2.7",
            userAgent: "tests",
            now: now,
            cookies: cookies
        )
        request.operationName = parsed.nameOfOperation(0)
        let context = ResolverContext(services: services, request: request, principal: principal)
        let result = await executor.execute(BoundPlan(plan, variables: values), context: context)
        return (try JSONReader().read(result.body), context.cookieChange)
    }

    private static func prepare(_ text: String, _ schema: GraphQLEngine.Schema) throws -> PreparedDocument {
        if let known = documents.document(for: Array(text.utf8)) { return known }
        let parsed = try Document.parse(Source(text))
        let problems = Validator.validate(
            parsed,
            schema: schema,
            options: ValidationOptions(rules: ValidationRule.served)
        )
        try #require(problems.isEmpty, "\(problems.map(\.message))")
        let prepared = PreparedDocument(parsed)
        documents.insert(prepared, for: Array(text.utf8))
        return prepared
    }

    /// The same, where no top-level error is expected: the response's `data`.
    func data(
        _ document: String,
        _ variables: JSONObject = JSONObject(),
        as viewer: Viewer?,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        try await data(document, variables, principal: viewer.map(Principal.person), now: now)
    }

    /// The same for a caller who may be a device.
    func data(
        _ document: String,
        _ variables: JSONObject = JSONObject(),
        principal: Principal?,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let response = try await run(document, variables, principal: principal, now: now).response
        #expect(response["errors"] == nil, "\(response.text)")
        return try #require(response["data"])
    }
}
