import Glibc
import TestProcesses
import Testing

/// A server that is killed and started again over the same database.
final class MortalServer {
    let database: ServerDatabase
    private let directory: TemporaryDirectory
    private(set) var server: RunningServer

    init() throws {
        directory = try TemporaryDirectory()
        database = try ServerDatabase()
        let settings = RunningServer.environment(database, directory.path)
        let migration = try ChildProcess.rollcall(["migrate"], environment: settings, directory: directory.path)
        try #require(migration.code == 0, "\(migration.errors)")
        server = try RunningServer.start(database, settings, directory.path)
    }

    /// Ends the process on the spot.
    func kill() throws {
        server.process.send(SIGKILL)
        _ = try server.process.waitForExit()
    }

    func start() throws {
        let settings = RunningServer.environment(database, directory.path)
        server = try RunningServer.start(database, settings, directory.path)
    }

    func end() {
        server.process.end()
        try? database.drop()
        directory.remove()
    }
}

extension MortalServer {
    /// What a request comes to once the killed server's transaction is over: until then it keeps the key.
    static func answer(_ body: String, _ client: APIClient) throws -> HTTPExchange.Reply {
        let limit = ContinuousClock.now + .seconds(20)
        while true {
            let reply = try client.post(body)
            guard try reply.code() == "IDEMPOTENCY_IN_PROGRESS", ContinuousClock.now < limit else { return reply }
            usleep(20_000)
        }
    }
}
