import Auth
import FoundationEssentials
import GraphQLEngine
import Logging
import Postgres
import Resolvers
import Schema

/// Puts the server's parts together.
struct ServerAssembly {
    let settings: Settings
    let logger: Logger

    func database() -> Database {
        var configuration = DatabaseConfiguration(connectionString: settings.databaseURL)
        configuration.poolSize = settings.databasePoolSize
        configuration.drainTimeoutMilliseconds = settings.limits.drainSeconds * 1_000
        return Database(configuration: configuration, logger: logger)
    }

    func codec() -> AccessTokenCodec {
        AccessTokenCodec(
            keys: settings.tokens.accessKeys,
            issuer: Authentication.issuer,
            audience: Authentication.audience
        )
    }

    func pipeline(_ database: Database) throws -> RequestPipeline {
        RequestPipeline(
            schema: try RollcallSchema.executable(),
            services: Services(
                database: database,
                accounts: try accounts(database),
                logger: logger,
                server: description
            ),
            authentication: Authentication(codec: codec()),
            limits: settings.limits
        )
    }

    private func accounts(_ database: Database) throws -> AccountServices {
        var configuration = AccountConfiguration(publicURL: settings.publicURL)
        configuration.isRegistrationEnabled = settings.isRegistrationEnabled
        configuration.accessTokenLifetimeSeconds = Int64(settings.tokens.accessLifetimeMinutes) * 60
        configuration.sessionLifetimeDays = Int64(settings.tokens.refreshLifetimeDays)
        configuration.failureLimitPerAccount = settings.signIn.failuresPerAccount
        configuration.attemptLimitPerAddressPerMinute = settings.signIn.attemptsPerAddress
        return AccountServices(
            database: database,
            hasher: try PasswordHasher(queueLimit: settings.signIn.hashQueue),
            codec: codec(),
            refreshKeys: settings.tokens.refreshKeys,
            mail: try mailOutbox(),
            configuration: configuration
        )
    }

    private func mailOutbox() throws(SettingError) -> MailOutbox {
        let directory = "\(settings.stateDirectory)/mail"
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw SettingError("ROLLCALL_STATE_DIRECTORY: the directory \(directory) cannot be made.")
        }
        let logger = logger
        return MailOutbox(directory: directory) { reason in
            Observer(logger: logger).observe(.mailNotWritten(reason: reason))
        }
    }

    private var description: ServerDescription {
        let limits = settings.limits
        return ServerDescription(
            version: ServerVersion.text,
            schemaHash: SHA256Digest(of: Array(rollcallSchemaText.utf8)).hexadecimal,
            limits: ServerDescription.Limits(
                maximumDepth: limits.document.depth ?? 0,
                maximumCost: limits.cost,
                maximumAliases: limits.document.aliases ?? 0,
                maximumRootFields: limits.document.rootFields ?? 0,
                maximumRootMutations: limits.document.mutationRootFields ?? 0,
                maximumBatchedOperations: limits.batchedOperations
            )
        )
    }
}
