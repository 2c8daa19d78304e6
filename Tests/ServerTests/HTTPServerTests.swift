import FoundationEssentials
import JSON
import Logging
import Testing

@testable import Server

/// What clients may send wrongly, over a real socket. No request here needs a database.
@Suite(.serialized) struct HTTPServerTests {
    private static let json = ["Content-Type: application/json"]

    /// Runs the body against a server on a free port.
    private func withServer(
        _ changes: [String: String] = [:],
        _ body: @escaping @Sendable (RawHTTPClient) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.path
        let environment = SettingsTests.complete
            .merging(["PORT": "0", "ROLLCALL_STATE_DIRECTORY": directory]) { $1 }.merging(changes) { $1 }
        let settings = try Settings(SettingsReader(environment: environment, file: [:]))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let assembly = ServerAssembly(settings: settings, logger: logger)
        let database = assembly.database()
        let accounts = try assembly.accounts(database)
        let server = HTTPServer(
            settings: settings,
            pipeline: try assembly.pipeline(database, accounts),
            files: assembly.files(accounts),
            worker: try assembly.worker(database, accounts),
            database: database,
            migrations: MigrationFiles([]),
            logger: logger
        )
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run { port.yield($0) } }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(RawHTTPClient(port: port))
            group.cancelAll()
        }
    }

    private func code(_ reply: RawHTTPClient.Reply) throws -> String? {
        let body = try JSONReader().read(Array(reply.body.utf8))
        return body["errors"]?.arrayValue?.first?["extensions"]?["code"]?.stringValue
    }

    @Test func answersAndNamesTheRequest() async throws {
        try await withServer { client in
            let reply = try #require(
                client.post(#"{"query":"{__typename}"}"#, headers: Self.json + ["X-Request-ID: abc-1"])
            )
            #expect(reply.status == 200)
            #expect(reply.body == #"{"data":{"__typename":"Query"}}"#)
            #expect(reply.header("x-request-id") == "abc-1")
            #expect(reply.header("content-type") == "application/json; charset=utf-8")
            let forged = try #require(
                client.post(#"{"query":"{__typename}"}"#, headers: Self.json + ["X-Request-ID: a b"])
            )
            #expect(forged.header("x-request-id")?.count == 16)
            let accept = Self.json + ["Accept: application/graphql-response+json, application/json"]
            let modern = try #require(client.post(#"{"query":"{__typename}"}"#, headers: accept))
            #expect(modern.header("content-type") == "application/graphql-response+json; charset=utf-8")
        }
    }

    @Test(arguments: [
        ("GET /health", "text/plain", 200), ("POST /nothing", "application/json", 404),
        ("POST /graphql", "text/plain", 415), ("POST /graphql", "application/json; charset=utf-16", 415),
    ])
    func bodiesThatNobodyReadsAreNotWaitedFor(_ line: String, _ type: String, _ status: Int) async throws {
        try await withServer { client in
            let head = "\(line) HTTP/1.1\r\nHost: test\r\nContent-Type: \(type)\r\nContent-Length: 1000000\r\n\r\n"
            let start = ContinuousClock.now
            let reply = try #require(client.send(head + "a few"))
            #expect(reply.status == status)
            #expect(reply.header("connection") == "close")
            #expect(.now - start < .seconds(9))
        }
    }

    @Test func aClientThatDoesNotReadIsDropped() async throws {
        try await withServer(["WRITE_TIMEOUT_SECONDS": "1"]) { client in
            let body = #"{"query":"{__schema{types{name description fields{name description}}}}"}"#
            let request = """
                POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n\
                Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                """
            let connection = try #require(client.open(String(repeating: request, count: 400)))
            let start = ContinuousClock.now
            while connection.send(" "), .now - start < .seconds(20) { try await Task.sleep(for: .milliseconds(100)) }
            #expect(.now - start < .seconds(18))
        }
    }

    @Test func bodiesOfAllConnectionsAreBounded() async throws {
        try await withServer(["HELD_BODY_LIMIT_BYTES": "262144", "FILE_LIMIT_BYTES": "1024"]) { client in
            let head = "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
            var pending = client.open("\(head)Content-Length: 262000\r\n\r\n{")
            try await Task.sleep(for: .milliseconds(300))
            let query = #"{"query":"{__typename}"\#(String(repeating: " ", count: 1_000))}"#
            let refused = try #require(client.post(query))
            #expect(refused.status == 503)
            #expect(refused.header("retry-after") == "1")
            #expect(try self.code(refused) == "UNAVAILABLE")
            withExtendedLifetime(pending) {}
            pending = nil
            try await Task.sleep(for: .milliseconds(1_000))
            #expect(client.post(query)?.status == 200)
        }
    }

    @Test func refusesBadRequestsWithStableCodes() async throws {
        let deep = String(repeating: "[", count: 100_000)
        let table: [(String, Int, String)] = [
            (#"{"query":"{nonsense}"}"#, 400, "GRAPHQL_VALIDATION_FAILED"),
            (#"{"query":"{a"}"#, 400, "GRAPHQL_PARSE_FAILED"),
            (#"{"query":"#, 400, "BAD_REQUEST"),
            ("", 400, "BAD_REQUEST"),
            (#"{"query":"{__typename}","variables":\#(deep)"#, 400, "BAD_REQUEST"),
            (#"{"query":"\#(String(repeating: "{a", count: 5_000))"}"#, 400, "GRAPHQL_PARSE_FAILED"),
            (#"{"query":"query A{__typename} query B{__typename}"}"#, 400, "OPERATION_RESOLUTION_FAILED"),
            (#"{"query":"query A{__typename}","operationName":"B"}"#, 400, "OPERATION_RESOLUTION_FAILED"),
            (
                #"{"query":"query($x: Int!){__typename @include(if: true) a: __typename}"}"#, 400,
                "GRAPHQL_VALIDATION_FAILED"
            ),
            (
                "[" + Array(repeating: #"{"query":"{__typename}"}"#, count: 26).joined(separator: ",") + "]", 400,
                "BATCH_TOO_LARGE"
            ),
        ]
        try await withServer { client in
            for (body, status, code) in table {
                let reply = try #require(client.post(body))
                #expect(reply.status == status, "\(body.prefix(60))")
                #expect(try self.code(reply) == code, "\(body.prefix(60))")
            }
            #expect(client.post(#"{"query":"{__typename}"}"#)?.status == 200)
        }
    }

    @Test func answersABatchInOrder() async throws {
        try await withServer { client in
            let reply = try #require(
                client.post(#"[{"query":"{__typename}"},{"query":"{no}"},{"query":"{a:__typename}"}]"#)
            )
            #expect(reply.status == 200)
            let items = try #require(try JSONReader().read(Array(reply.body.utf8)).arrayValue)
            #expect(items.count == 3)
            #expect(items[0]["data"]?["__typename"] == "Query")
            #expect(items[1]["errors"] != nil)
            #expect(items[2]["data"]?["a"] == "Query")
        }
    }

    @Test func refusesBodiesThatAreTooLarge() async throws {
        let piece = String(repeating: " ", count: 0x4000)
        let chunk = "4000\r\n\(piece)\r\n"
        let head = "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
        try await withServer { client in
            let declared = try #require(client.send(head + "Content-Length: 1073741824\r\n\r\n{"))
            #expect(declared.status == 413)
            #expect(try self.code(declared) == "BODY_TOO_LARGE")
            #expect(declared.header("connection") == "close")
            let chunked = try #require(
                client.send(head + "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 17))
            )
            #expect(chunked.status == 413)
            #expect(try self.code(chunked) == "BODY_TOO_LARGE")
        }
    }

    @Test(arguments: [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp",
    ])
    func takesJSONAlone(_ type: String) async throws {
        try await withServer { client in
            let reply = try #require(client.post(#"{"query":"{__typename}"}"#, headers: ["Content-Type: \(type)"]))
            #expect(reply.status == 415)
            #expect(try self.code(reply) == "UNSUPPORTED_MEDIA_TYPE")
        }
    }

    @Test func refusesOtherMethodsAndPaths() async throws {
        try await withServer { client in
            let get = try #require(client.get("/graphql?query=%7B__typename%7D"))
            #expect(get.status == 405)
            #expect(get.header("allow") == "POST")
            #expect(try self.code(get) == "METHOD_NOT_ALLOWED")
            #expect(client.get("/graphql", method: "DELETE")?.status == 405)
            #expect(client.get("/elsewhere")?.status == 404)
            #expect(client.get("/graphql/static/../../etc/passwd")?.status == 404)
            #expect(client.get("/graphql/static/%2e%2e/%2e%2e/etc/passwd")?.status == 404)
        }
    }

    @Test func tellsItsHealth() async throws {
        try await withServer { client in
            #expect(client.get("/health")?.body == #"{"status":"ok"}"#)
            let detailed = try #require(client.get("/health/detailed"))
            #expect(detailed.status == 503)
            #expect(detailed.header("retry-after") == "1")
            #expect(try JSONReader().read(Array(detailed.body.utf8))["database"] == "unavailable")
        }
    }

    @Test func showsBrowsersAPage() async throws {
        try await withServer { client in
            let page = try #require(client.get("/graphql", headers: ["Accept: text/html,*/*;q=0.8"]))
            #expect(page.status == 200)
            #expect(page.body.contains("<meta charset=\"utf-8\">"))
            #expect(page.header("content-security-policy")?.contains("frame-ancestors 'none'") == true)
        }
    }

    @Test func allowsListedOriginsAlone() async throws {
        try await withServer(["CORS_ORIGINS": "https://app.example"]) { client in
            let allowed = client.get("/graphql", headers: ["Origin: https://app.example"], method: "OPTIONS")
            #expect(allowed?.status == 204)
            #expect(allowed?.header("access-control-allow-origin") == "https://app.example")
            #expect(allowed?.header("access-control-allow-credentials") == "true")
            let other = client.get("/graphql", headers: ["Origin: https://evil.example"], method: "OPTIONS")
            #expect(other?.header("access-control-allow-origin") == nil)
            #expect(other?.header("access-control-allow-methods") == nil)
            #expect(other?.header("access-control-allow-credentials") == nil)
            #expect(other?.header("vary") == "Origin")
        }
    }

    @Test func closesConnectionsWhoseBodyDoesNotCome() async throws {
        try await withServer(["BODY_TIMEOUT_SECONDS": "1"]) { client in
            let start = ContinuousClock.now
            let reply = client.send(
                "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
            )
            #expect(reply == nil)
            #expect(.now - start < .seconds(8))
        }
    }

    @Test func takesTheClockFromAHeaderUnderTestAlone() async throws {
        let headers = Self.json + ["x-rollcall-now: yesterday"]
        try await withServer(["ENVIRONMENT": "test"]) { client in
            let reply = try #require(client.post(#"{"query":"{__typename}"}"#, headers: headers))
            #expect(reply.status == 400)
            #expect(try self.code(reply) == "BAD_REQUEST")
        }
        try await withServer { client in
            #expect(client.post(#"{"query":"{__typename}"}"#, headers: headers)?.status == 200)
        }
    }
}
