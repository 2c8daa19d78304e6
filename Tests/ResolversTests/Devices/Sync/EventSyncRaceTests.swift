import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Several workers of one device, or of several, at the same time.
@Suite struct EventSyncRaceTests {
    private static let batch = (0..<20).map { number in
        let user = number % 5 == 4 ? "unknown" : "\(number % 4)"
        return SyncClient.event("\(number)", user, "\(10 + number % 2):\(10 + number)")
    }

    private func client(_ fixture: TenantFixture) async throws -> SyncClient {
        let first = fixture.first
        return try await SyncClient(
            fixture,
            users: [("0", first.member), ("1", first.manager), ("2", first.admin), ("3", first.member)]
        )
    }

    @Test("Of several workers with one batch every event is stored once (case 6)") func everyEventIsStoredOnce()
        async throws
    {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let client = try await client(fixture)
            var accepted: [String] = []
            try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for worker in 0..<8 {
                    group.addTask { try await client.sync(worker % 2 == 0 ? Self.batch : Self.batch.reversed()) }
                }
                for try await payload in group {
                    for result in payload["results"]?.arrayValue ?? [] where result["outcome"] != "DUPLICATE" {
                        accepted.append(result["deviceEventId"]?.stringValue ?? "")
                    }
                }
            }
            let stored = try fixture.owner().query(
                """
                SELECT device_event_id FROM attendance_events UNION ALL
                SELECT device_event_id FROM unmapped_device_events
                """
            ).map { $0.string(0) }
            #expect(accepted.sorted() == stored.sorted())
            #expect(Set(stored).count == stored.count)
        }
    }

    @Test func devicesWithTheSamePeopleDoNotBlockEachOther() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let clients = [try await client(fixture), try await client(fixture), try await client(fixture)]
            try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for round in 0..<9 {
                    let items = Self.batch.map { event -> JSONObject in
                        var event = event
                        event["deviceEventId"] = .string("\(round) \(event["deviceEventId"]?.stringValue ?? "")")
                        return event
                    }
                    group.addTask { try await clients[round % 3].sync(round % 2 == 0 ? items : items.reversed()) }
                }
                for try await payload in group { #expect(payload["userErrors"] == [], "\(payload.text)") }
            }
        }
    }

    /// Whichever comes first, no event is left behind.
    @Test func aMappingMissesNoEvent() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            for round in 0..<10 {
                let user = "user \(round)"
                let client = try await SyncClient(fixture)
                let event = SyncClient.event("1", user, on: "2026-03-0\(round % 9 + 1)", "08:0\(round % 10)", nil)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try await client.sync([event]) }
                    group.addTask { try await fixture.identify([(user, fixture.first.member)], on: client.device) }
                    try await group.waitForAll()
                }
            }
            #expect(try fixture.owner().query("SELECT FROM unmapped_device_events").isEmpty)
            #expect(try fixture.owner().query("SELECT FROM attendance_events").count == 10)
        }
    }

    @Test func aRevokedKeyWorksInNothingBehindTheAnswer() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let client = try await client(fixture)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<6 {
                    group.addTask {
                        let event = SyncClient.event("w\(worker)", "0", "0\(worker):00")
                        let response = try await client.response([event])
                        let isTaken = response["data"]?["attendanceEventsSync"] != .null
                        #expect(isTaken || response.errorCode == "UNAUTHENTICATED", "\(response.text)")
                    }
                }
                group.addTask {
                    let input: JSONObject = ["deviceId": client.device.id]
                    _ = try await fixture.mutate("deviceRevoke", input, as: fixture.first.owner.viewer)
                    let count = try fixture.owner().query("SELECT FROM attendance_events").count
                    #expect(try await client.response([]).errorCode == "UNAUTHENTICATED")
                    #expect(try fixture.owner().query("SELECT FROM attendance_events").count == count)
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func aKeyAnswersAgain() async throws {
        try await TenantFixture.with { fixture in
            let client = try await client(fixture)
            let first = try await client.sync(Self.batch, key: "k")
            #expect(try await client.sync(Self.batch, key: "k") == first)
            #expect(try await client.sync(Self.batch).outcomes.allSatisfy { $0 == "DUPLICATE" })
            // Keys are each device's own.
            let other = try await self.client(fixture)
            #expect(try await other.sync([], key: "k")["acceptedCount"] == 0)
        }
    }
}
