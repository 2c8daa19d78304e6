import FoundationEssentials
import JSON
import Postgres
import TestProcesses
import Testing

/// The database goes away and comes back.
@Suite struct OutageTests {
    /// A directory in which the database's socket can be made to vanish.
    private struct Doorway {
        let directory: TemporaryDirectory
        private let target: String
        private let name: String

        init() throws {
            directory = try TemporaryDirectory()
            let row = try ServerDatabase.connectToCluster().query(
                "SELECT current_setting('unix_socket_directories'), current_setting('port')"
            )[0]
            name = ".s.PGSQL.\(row.string(1))"
            let sockets = row.string(0).split(separator: ",").map { $0.drop { $0 == " " } }
            target = "\(try #require(sockets.first, "The server of the tests has no Unix socket."))/\(name)"
            try open()
        }

        var path: String { "\(directory.path)/\(name)" }

        func open() throws {
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        }

        /// Keeps new connections out and ends those that there are.
        func close(_ database: ServerDatabase) throws {
            try FileManager.default.removeItem(atPath: path)
            let ended = try database.connect().query(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'rollcall'
                """
            )
            #expect(ended[0].int64(0) > 0)
        }
    }

    @Test func answersThatItIsUnavailableAndRecovers() async throws {
        let doorway = try Doorway()
        defer { doorway.directory.remove() }
        try await RunningServer.with(socketDirectory: doorway.directory.path) { server in
            let tenant = try Tenant("Outage", on: server)
            let before = try server.database.rowCounts()
            try doorway.close(server.database)
            let detailed = try begin("/health/detailed", server)
            let exchanges = try Self.documents.map { try tenant.owner.begin(APIClient.body($0)) }
            #expect(try begin("/health", server).reply()?.status == 200)
            #expect(try tenant.owner.data("{ server { version } }").at("server.version") != nil)
            for exchange in exchanges {
                let reply = try #require(exchange.reply())
                #expect(reply.status == 503, "\(reply.body)")
                #expect(reply.header("retry-after") == "1")
                #expect(try reply.code() == "UNAVAILABLE", "\(reply.body)")
            }
            #expect(detailed.reply()?.status == 503)
            try doorway.open()
            #expect(try secondsUntilAnswered(tenant.owner) < 8)
            #expect(try server.database.rowCounts() == before)
            _ = try tenant.department("Afterwards")
        }
    }

    /// Who watches the server gets an answer while the database makes it wait.
    @Test func theHealthCheckHasADeadlineOfItsOwn() async throws {
        try await RunningServer.with { server in
            let lock = try server.database.connect()
            try lock.execute("BEGIN; LOCK TABLE schema_migrations")
            let start = ContinuousClock.now
            #expect(try begin("/health/detailed", server).reply()?.status == 503)
            #expect(ContinuousClock.now - start < .seconds(15))
            try lock.execute("ROLLBACK")
            #expect(try begin("/health/detailed", server).reply()?.status == 200)
        }
    }

    private static let documents = [
        "{ organization { name } }",
        #"mutation { departmentCreate(input: {name: "Never"}) { userErrors { code } } }"#,
        #"mutation { authLogin(input: {identifier: "a@b.example", password: "whatever it is"}) { userErrors { code } } }"#,
    ]

    private func begin(_ path: String, _ server: RunningServer) throws -> HTTPExchange {
        try #require(HTTPExchange(port: server.port, method: "GET", path: path, headers: [], body: ""))
    }

    private func secondsUntilAnswered(_ client: APIClient) throws -> Double {
        let start = ContinuousClock.now
        while try client.send("{ organization { name } }").status != 200, .now - start < .seconds(10) {}
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
