import HTTPTypes
import Hummingbird
import Jobs
import Logging
import NIOCore
import Postgres
import Resolvers
import ServiceLifecycle
import UnixSignals

/// The server over HTTP: everything between the socket and the pipeline.
struct HTTPServer: Sendable {
    private let settings: Settings
    private let router: HTTPRouter
    private let watch = RequestWatch()
    private let worker: JobWorker
    private let database: Database
    private let logger: Logger

    init(
        settings: Settings,
        pipeline: RequestPipeline,
        files: FileServices,
        worker: JobWorker,
        database: Database,
        migrations: MigrationFiles,
        logger: Logger
    ) {
        let limits = settings.limits
        let budget = BodyBudget(maximumBytes: limits.heldBodyBytes)
        let observer = Observer(logger: logger)
        self.settings = settings
        self.worker = worker
        self.database = database
        self.logger = logger
        router = HTTPRouter(
            graphQL: GraphQLEndpoint(
                pipeline: pipeline,
                limits: limits,
                body: RequestBodyReader(
                    maximumBytes: limits.bodyBytes,
                    limit: .seconds(limits.bodySeconds),
                    watch: watch,
                    budget: budget
                ),
                watch: watch,
                cookies: TokenCookies(settings: settings.cookies),
                acceptsTestClock: settings.environment == .test
            ),
            graphiQL: GraphiQL(directory: settings.graphiQLDirectory),
            files: FileEndpoint(
                storage: files.storage,
                links: files.links,
                body: RequestBodyReader(
                    maximumBytes: limits.fileBytes,
                    limit: .seconds(limits.bodySeconds),
                    watch: watch,
                    budget: budget
                )
            ),
            health: Health(database: database, migrations: migrations, version: ServerVersion.text, observer: observer),
            crossOrigin: CrossOrigin(origins: settings.allowedOrigins),
            trustedProxies: settings.trustedProxies,
            observer: observer
        )
    }

    /// Serves until SIGTERM or SIGINT, then answers what is on its way, no longer than the drain limit.
    ///
    /// - Parameter onRunning: told the port.
    func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        // Shut down from the last to the first: jobs outlive the requests that enqueue them, the database outlives all.
        var configuration = ServiceGroupConfiguration(
            services: [
                DatabaseService(database: database), JobService(worker: worker), WatchService(watch: watch),
                application(quiet, onRunning),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet
        )
        configuration.maximumGracefulShutdownDuration = .seconds(settings.limits.drainSeconds)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func application(_ logger: Logger, _ onRunning: @escaping @Sendable (Int) async -> Void) -> some Service {
        let watch = watch
        let writeLimit = TimeAmount.seconds(Int64(settings.limits.writeSeconds))
        return Application(
            responder: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [DisconnectHandler(watch), SlowReaderHandler(limit: writeLimit)],
                    idleTimeout: .seconds(Int64(settings.limits.idleSeconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024,
                        maxHeaderListSize: 32 * 1024,
                        maxHeaderFieldCount: 100
                    )
                )
            ),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? settings.port) },
            logger: logger
        )
    }
}

/// Closes the database when the services after it have ended.
private struct DatabaseService: Service {
    let database: Database

    func run() async throws {
        try? await gracefulShutdown()
        await database.shutdown()
    }
}

/// Finishes the jobs at hand; those that do not end within the drain limit are put back for other servers.
private struct JobService: Service {
    let worker: JobWorker

    func run() async throws {
        await withGracefulShutdownHandler {
            await worker.run()
        } onGracefulShutdown: {
            worker.stop()
        }
    }
}

/// Watches requests until the last one has ended.
private struct WatchService: Service {
    let watch: RequestWatch

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch.run() }
    }
}
