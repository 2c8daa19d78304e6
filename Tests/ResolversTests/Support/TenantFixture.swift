import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Logging
import Postgres
import Resolvers
import Synchronization
import Testing
import Time

/// A database of its own with two organizations, and the API over it in the test's own process.
final class TenantFixture: Sendable {
    let database: Database
    let first: TestOrganization
    let second: TestOrganization
    private let ownerURL: String
    private let executor: Executor<ResolverContext>
    private let services: Services
    private let statements: Mutex<[String]>

    /// Makes the database, runs the body and drops it.
    static func with(poolSize: Int = 4, _ body: (TenantFixture) async throws -> Void) async throws {
        let storage = try TestStorage()
        let fixture = try await TenantFixture(storage, poolSize: poolSize)
        do {
            try await body(fixture)
        } catch {
            await fixture.database.shutdown()
            try storage.drop()
            throw error
        }
        await fixture.database.shutdown()
        try storage.drop()
    }

    private init(_ storage: TestStorage, poolSize: Int) async throws {
        ownerURL = storage.ownerURL
        let owner = try storage.migrate()
        first = try TestOrganization(named: "first", owner)
        second = try TestOrganization(named: "second", owner)
        let names = StatementNames()
        statementNames = names
        var configuration = DatabaseConfiguration(connectionString: storage.loginURL)
        configuration.poolSize = poolSize
        configuration.onStatement = { name, _ in names.append(name) }
        var logger = Logger(label: "test")
        logger.logLevel = .error
        database = Database(configuration: configuration, logger: logger)
        try await database.start()
        executor = Executor(schema: try RollcallSchema.executable())
        services = try Self.services(database, logger)
    }
}
