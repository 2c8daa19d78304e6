import FoundationEssentials
import Glibc
import TestProcesses
import Testing

/// A server on a free port over a database of its own.
struct RunningServer: Sendable {
    /// The one that all suites under ``IntegrationTests`` use.
    @TaskLocal static var shared: RunningServer?

    let database: ServerDatabase
    let process: ChildProcess
    let port: Int
    let directory: String

    /// The server of the suite that runs.
    static func current() throws -> RunningServer {
        try #require(shared, "The test belongs into an extension of IntegrationTests.")
    }

    /// Migrates a new database, serves it for the body, and stops the server as an operator does.
    ///
    /// - Parameters:
    ///   - socketDirectory: where the server finds the database's socket; nil for where everybody does.
    ///   - changes: to the settings.
    static func with(
        socketDirectory: String? = nil,
        _ changes: [String: String] = [:],
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let database = try ServerDatabase()
        defer { try? database.drop() }
        let settings = environment(database, directory.path)
        let migration = try ChildProcess.rollcall(["migrate"], environment: settings, directory: directory.path)
        try #require(migration.code == 0, "\(migration.errors)")
        let url = database.loginURL + (socketDirectory.map { "&host=\($0)" } ?? "")
        let changed = settings.merging(["DATABASE_URL": url]) { $1 }.merging(changes) { $1 }
        let server = try start(database, changed, directory.path)
        defer { server.process.end() }
        try await body(server)
        server.process.send(SIGTERM)
        let exit = try server.process.waitForExit()
        #expect(exit.code == 0, "\(exit.errors)")
    }

    /// Serves a database that is migrated.
    static func start(
        _ database: ServerDatabase,
        _ environment: [String: String],
        _ directory: String
    ) throws -> RunningServer {
        let process = try ChildProcess(rollcall: ["serve"], environment: environment, directory: directory)
        do {
            return RunningServer(database: database, process: process, port: try port(process), directory: directory)
        } catch {
            process.end()
            throw error
        }
    }

    static func environment(_ database: ServerDatabase, _ directory: String) -> [String: String] {
        [
            "ENVIRONMENT": "test", "PORT": "0", "LOG_LEVEL": "warning",
            "DATABASE_URL": database.loginURL, "DATABASE_OWNER_URL": database.ownerURL,
            "MIGRATIONS_DIRECTORY": Repository.path + "/migrations", "ROLLCALL_STATE_DIRECTORY": directory,
            "JWT_SECRET_KEY": "0123456789abcdef0123456789abcdef", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES": "1440",
            // What throttling does is tested with the accounts; here many people sign in within a minute.
            "SIGN_IN_FAILURE_LIMIT_PER_ACCOUNT": "1000", "SIGN_IN_ATTEMPT_LIMIT_PER_ADDRESS": "1000",
            "LETTER_LIMIT_PER_PERSON": "1000", "MEMBER_ADD_FAILURE_LIMIT_PER_PERSON": "1000",
        ]
    }

    /// Waits for the line that tells the address.
    private static func port(_ process: ChildProcess) throws -> Int {
        let limit = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < limit {
            if let match = process.output.firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)\//) {
                return try #require(Int(match.1))
            }
            if !process.isAlive { throw ChildProcess.Failure.ended(try process.waitForExit()) }
            usleep(10_000)
        }
        throw ChildProcess.Failure.tooSlow(try process.waitForExit(seconds: 0))
    }
}

extension RunningServer {
    /// Somebody who asks the server: anonymous at first, at an address that nobody else has.
    func client() -> APIClient {
        APIClient(port: port)
    }

    /// The token of the last letter to an address; waits for the first one, as letters leave behind the commit.
    ///
    /// - Parameter earlier: the token of a letter that came before.
    func mailedToken(to address: String, after earlier: String? = nil) throws -> String {
        let limit = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < limit {
            if let token = try lastMailedToken(to: address), token != earlier { return token }
            usleep(10_000)
        }
        return try #require(try lastMailedToken(to: address), "No letter has come to \(address).")
    }

    private func lastMailedToken(to address: String) throws -> String? {
        guard let outbox = FileManager.default.contents(atPath: "\(directory)/mail/outbox.jsonl") else { return nil }
        let letters = String(decoding: outbox, as: UTF8.self).split(separator: "\n")
        let letter = letters.last { $0.contains("\"to\":\"\(address)\"") }
        return letter?.firstMatch(of: /\?token=([A-Za-z0-9_.-]+)/).map { String($0.1) }
    }
}
