import JSON
import Postgres
import Testing

extension IntegrationTests {
    /// Devices over HTTP, with the keys that they were given.
    @Suite struct DeviceTests {
        private static let clients = 24
        private static let rounds = 20
        private static let sync = APIClient.mutation(
            "attendanceEventsSync",
            selecting: "acceptedCount duplicateCount results { deviceEventId outcome }"
        )

        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        private func client(_ authorization: String) -> APIClient {
            var client = server.client()
            client.moreHeaders = ["Authorization: \(authorization)"]
            return client
        }

        private func device(_ tenant: Tenant) throws -> (id: String, key: String) {
            let input: JSONValue = ["name": .string(tenant.email), "kind": "BIOMETRIC"]
            let payload = try tenant.owner.succeed("deviceCreate", input, selecting: "device { id } key")
            return (try payload.text(at: "device.id"), try payload.text(at: "key"))
        }

        private func body(_ events: [JSONValue]) -> String {
            APIClient.body(Self.sync, ["input": ["items": .array(events)]])
        }

        private func event(_ id: String, _ user: String, minute: Int, day: Int = 4) -> JSONValue {
            let time = "0\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
            return [
                "deviceEventId": .string(id), "externalUserId": .string(user),
                "occurredAt": .string("2030-03-0\(day)T\(time)Z"),
            ]
        }

        @Test func aKeySignsIn() throws {
            let tenant = try Tenant("Devices", on: server)
            let device = try device(tenant)
            let body = body([event("1", "nobody", minute: 0)])
            for scheme in ["Device", "device"] {
                let reply = try client("\(scheme) \(device.key)").post(body)
                #expect(reply.status == 200, "\(reply.body)")
                #expect(try reply.json().at("data.attendanceEventsSync.userErrors") == [])
            }
            for authorization in ["Device", "Device x", "Device \(device.key)x", "Bearer \(device.key)", device.key] {
                let reply = try client(authorization).post(body)
                #expect(reply.status == 401, "\(authorization): \(reply.body)")
                #expect(try reply.code() == "UNAUTHENTICATED")
                #expect(try client(authorization).data("{ server { version } }").at("server.version") != nil)
            }
            let people = try client("Device \(device.key)").send("{ organization { name } }")
            #expect(try people.code() == "FORBIDDEN")
            _ = try tenant.owner.succeed("deviceRevoke", ["deviceId": .string(device.id)])
            #expect(try client("Device \(device.key)").post(body).status == 401)
        }

        /// Several workers of one device send the same batch at the same moment.
        @Test func aBatchIsStoredOnce() throws {
            let tenant = try Tenant("SyncRace", on: server)
            let device = try device(tenant)
            let employees = try (0..<4).map { try tenant.employee("S-\($0)", "Somebody") }
            let mapping = employees.enumerated().map { number, id -> JSONValue in
                ["externalUserId": .string("\(number)"), "employeeId": .string(id)]
            }
            _ = try tenant.owner.succeed("deviceIdentitiesSet", ["items": .array(mapping)], selecting: "failureCount")
            let client = client("Device \(device.key)")
            for round in 0..<Self.rounds {
                let events = (0..<5).map { event("\(round) \($0)", "\($0)", minute: 10 * round + $0) }
                let responses = try Simultaneous.responses(Self.clients) { index in
                    try client.begin(body(index % 2 == 0 ? events : events.reversed()))
                }
                let results = responses.flatMap { $0.at("data.attendanceEventsSync.results")?.arrayValue ?? [] }
                let taken = results.filter { $0["outcome"] != "DUPLICATE" }.map { $0["deviceEventId"]?.stringValue }
                #expect(results.count == 5 * Self.clients && taken.count == 5 && Set(taken).count == 5, "\(taken)")
            }
            let rows = try server.database.connect().query(
                """
                SELECT (SELECT count(*) FROM attendance_events v WHERE v.device_id = g.id),
                       (SELECT count(*) FROM unmapped_device_events u WHERE u.device_id = g.id)
                FROM devices g WHERE g.name = $1
                """,
                [.text(tenant.email)]
            )
            #expect(rows[0].int64(0) == Int64(4 * Self.rounds))
            #expect(rows[0].int64(1) == Int64(Self.rounds))
        }
    }
}
