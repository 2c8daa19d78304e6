import FoundationEssentials
import Glibc
import JSON
import Postgres
import Testing

/// The server is killed while a device sends something; the device sends it again under the same key.
@Suite struct KilledSyncTests {
    private static let rounds = 50
    private static let eventCount = 40
    private static let sync = """
        mutation ($input: AttendanceEventsSyncInput!) {
          attendanceEventsSync(input: $input) @idempotent(key: "KEY") {
            acceptedCount duplicateCount results { deviceEventId outcome event { id kind } } userErrors { code } } }
        """

    /// A device of a new organization, on which the user "7" is somebody.
    private func deviceKey(_ server: RunningServer) throws -> String {
        let tenant = try Tenant("Mortal", on: server)
        let employee = try tenant.employee("S-1", "Somebody")
        let input: JSONValue = ["name": "Gate", "kind": "BIOMETRIC"]
        let key = try tenant.owner.succeed("deviceCreate", input, selecting: "key").text(at: "key")
        let item: JSONValue = ["externalUserId": "7", "employeeId": .string(employee)]
        _ = try tenant.owner.succeed("deviceIdentitiesSet", ["items": [item]], selecting: "failureCount")
        return key
    }

    /// Punches of one night, a minute apart.
    private func body(_ round: Int) -> String {
        let events = (0..<Self.eventCount).map { number -> JSONValue in
            let minute = number < 10 ? "0\(number)" : "\(number)"
            let (day, hour) = (1 + round / 20, round % 20)
            let time = "2030-03-0\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute):00Z"
            return ["deviceEventId": .string("\(round) \(number)"), "externalUserId": "7", "occurredAt": .string(time)]
        }
        let document = Self.sync.replacing("KEY", with: "round \(round)")
        return APIClient.body(document, ["input": ["items": .array(events)]])
    }

    private func client(_ server: RunningServer, _ key: String) -> APIClient {
        var client = server.client()
        client.moreHeaders = ["Authorization: Device \(key)"]
        return client
    }

    @Test func whatIsSentAgainHasOneEffectAndOneAnswer() throws {
        let mortal = try MortalServer()
        defer { mortal.end() }
        let key = try deviceKey(mortal.server)
        var randomness = SystemRandomNumberGenerator()
        for round in 0..<Self.rounds {
            let body = body(round)
            let exchange = try client(mortal.server, key).begin(body)
            usleep(UInt32.random(in: 0...120_000, using: &randomness))
            try mortal.kill()
            let first = exchange.reply()
            try mortal.start()
            let again = try MortalServer.answer(body, client(mortal.server, key))
            #expect(again.status == 200, "\(again.body)")
            if let first, first.status == 200 { #expect(first.body == again.body, "round \(round)") }
            #expect(try again.json().at("data.attendanceEventsSync.acceptedCount") == .int(Int64(Self.eventCount)))
            #expect(try MortalServer.answer(body, client(mortal.server, key)).body == again.body, "round \(round)")
        }
        let rows = try mortal.database.connect().query(
            """
            SELECT count(*), count(DISTINCT device_event_id),
                   (SELECT count(*) FROM audit_logs WHERE action = 'attendanceEventsSync')
            FROM attendance_events
            """
        )
        #expect(rows[0].int64(0) == Int64(Self.rounds * Self.eventCount))
        #expect(rows[0].int64(1) == Int64(Self.rounds * Self.eventCount))
        #expect(rows[0].int64(2) == Int64(Self.rounds))
    }
}
