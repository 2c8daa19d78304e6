import Auth
import Files
import FoundationEssentials
import GraphQLEngine
import Jobs
import Logging
import Mail
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

    func pipeline(_ database: Database, _ accounts: AccountServices) throws -> RequestPipeline {
        RequestPipeline(
            schema: try RollcallSchema.executable(),
            services: Services(
                database: database,
                accounts: accounts,
                logger: logger,
                server: description,
                files: files(accounts)
            ),
            authentication: Authentication(codec: codec()),
            limits: settings.limits
        )
    }

    func files(_ accounts: AccountServices) -> FileServices {
        FileServices(
            storage: FileStorage(directory: settings.filesDirectory),
            links: accounts.fileLinks,
            maximumBytes: settings.limits.fileBytes,
            publicURL: settings.publicURL
        )
    }

    func accounts(_ database: Database) throws -> AccountServices {
        var configuration = AccountConfiguration(publicURL: settings.publicURL)
        configuration.isRegistrationEnabled = settings.isRegistrationEnabled
        configuration.accessTokenLifetimeSeconds = Int64(settings.tokens.accessLifetimeMinutes) * 60
        configuration.sessionLifetimeDays = Int64(settings.tokens.refreshLifetimeDays)
        configuration.rememberedSessionLifetimeDays = Int64(settings.tokens.rememberedLifetimeDays)
        configuration.failureLimitPerAccount = settings.signIn.failuresPerAccount
        configuration.attemptLimitPerAddressPerMinute = settings.signIn.attemptsPerAddress
        configuration.letterLimitPerPerson = settings.signIn.lettersPerPerson
        configuration.memberAddFailureLimitPerPerson = settings.signIn.memberAddFailuresPerPerson
        return AccountServices(
            database: database,
            hasher: try PasswordHasher(queueLimit: settings.signIn.hashQueue),
            codec: codec(),
            refreshKeys: settings.tokens.refreshKeys,
            configuration: configuration
        )
    }

    func worker(_ database: Database, _ accounts: AccountServices) throws -> JobWorker {
        var configuration = JobWorkerConfiguration()
        // Under tests, instants come from requests and have nothing to do with the clock that clean-ups go by.
        if settings.environment != .test { configuration.schedule = BackgroundWork.schedule }
        let observer = Observer(logger: logger)
        return try JobWorker(
            database: database,
            handlers: BackgroundWork.handlers(
                database: database,
                accounts: accounts,
                mail: try mailTransport(),
                files: files(accounts).storage
            ),
            configuration: configuration,
            onEvent: { observer.observe(.job($0)) }
        )
    }

    private func mailTransport() throws(SettingError) -> any MailTransport {
        if let smtp = settings.mail.smtp { return SMTPTransport(smtp) }
        let directory = "\(settings.stateDirectory)/mail"
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw SettingError("ROLLCALL_STATE_DIRECTORY: the directory \(directory) cannot be made.")
        }
        // Whoever reads a link can use it, so it stays out of the log wherever it could be a real one.
        guard settings.environment == .development else { return FileTransport(directory: directory) }
        let observer = Observer(logger: logger)
        return FileTransport(directory: directory) { mail in
            observer.observe(.mailWritten(subject: mail.subject, link: mail.link))
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
