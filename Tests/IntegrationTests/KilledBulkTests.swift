import FoundationEssentials
import Glibc
import JSON
import Postgres
import Testing

/// The server is killed at any moment of a bulk mutation, which is then sent again under the same key.
///
/// A few times here; ROLLCALL_KILL_ROUNDS says how often else.
@Suite struct KilledBulkTests {
    private static let rounds = ProcessInfo.processInfo.environment["ROLLCALL_KILL_ROUNDS"].flatMap { Int($0) } ?? 5
    private static let itemCount = 100

    private func body(_ round: Int) -> String {
        let items = (0..<Self.itemCount).map { number -> JSONValue in
            ["number": .string("\(round)-\(number)"), "fullName": "Somebody", "hiredOn": "2029-01-01"]
        }
        return APIClient.body(
            """
            mutation ($items: [EmployeeBulkItem!]!, $key: String!) {
              employeesBulkUpsert(input: {items: $items}) @idempotent(key: $key) {
                successCount results { index employee { id number createdAt } } userErrors { code } }
            }
            """,
            ["items": .array(items), "key": .string("round \(round)")]
        )
    }

    private func client(_ server: RunningServer, _ token: String?) -> APIClient {
        var client = server.client()
        client.token = token
        return client
    }

    @Test func whatIsSentAgainHasOneEffectAndOneAnswer() throws {
        let mortal = try MortalServer()
        defer { mortal.end() }
        let token = try Tenant("Bulk", on: mortal.server).owner.token
        let start = ContinuousClock.now
        _ = try client(mortal.server, token).post(body(0))
        let duration = (ContinuousClock.now - start) / .microseconds(1)
        for round in 1...Self.rounds {
            let exchange = try client(mortal.server, token).begin(body(round))
            usleep(UInt32(duration * Double.random(in: 0...1.2)))
            try mortal.kill()
            let first = exchange.reply()
            try mortal.start()
            let again = try MortalServer.answer(body(round), client(mortal.server, token))
            let count = try again.json().at("data.employeesBulkUpsert.successCount")
            #expect(count == .int(Int64(Self.itemCount)), "round \(round): \(again.body)")
            if let first, first.isWhole { #expect(first.body == again.body, "round \(round)") }
            #expect(try client(mortal.server, token).post(body(round)).body == again.body, "round \(round)")
        }
        let rows = try mortal.database.connect().query(
            """
            SELECT count(*), (SELECT count(*) FROM audit_logs WHERE action = 'employeesBulkUpsert') FROM employees
            """
        )
        #expect(rows[0].int64(0) == Int64((Self.rounds + 1) * Self.itemCount))
        #expect(rows[0].int64(1) == rows[0].int64(0))
    }
}

extension HTTPExchange.Reply {
    /// Whether nothing of it was lost.
    fileprivate var isWhole: Bool { header("content-length").map { Int($0) == body.utf8.count } ?? false }
}
