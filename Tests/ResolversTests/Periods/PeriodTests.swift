import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct PeriodTests {
    private static let fields = """
        period { id name from to status lockedBy { id } lockedAt version
          blockers { openSessions pendingCorrections missingClockOuts unapprovedOvertimeMinutes } }
        """

    private func create(
        _ fixture: TenantFixture,
        _ from: String,
        _ to: String,
        name: String = "January"
    ) async throws -> JSONValue {
        try await fixture.mutate(
            "attendancePeriodCreate",
            ["name": .string(name), "range": ["from": .string(from), "to": .string(to)]],
            Self.fields,
            as: fixture.first.owner.viewer
        )
    }

    private func january(_ fixture: TenantFixture) async throws -> JSONValue {
        let period = try await create(fixture, "2026-01-01", "2026-01-31")
        return try #require(period["period"]?["id"], "\(period.text)")
    }

    private func lock(_ fixture: TenantFixture, _ input: JSONObject, as viewer: Viewer? = nil) async throws -> JSONValue
    {
        try await fixture.mutate("attendancePeriodLock", input, Self.fields, as: viewer ?? fixture.first.admin.viewer)
    }

    private func code(_ payload: JSONValue) -> String? { payload["userErrors"]?[0]?["code"]?.stringValue }

    /// A pending correction of the member's day in January.
    private func addCorrection(_ fixture: TenantFixture, _ connection: OwnerConnection) throws {
        _ = try connection.query(
            """
            INSERT INTO attendance_corrections (organization_id, employee_id, work_date, kind, requested, reason, requested_by)
            VALUES ($1, $2, '2026-01-05', 'void', '{}', 'wrong', $3)
            """,
            [.uuid(fixture.first.id), .uuid(fixture.first.member.employeeID), .uuid(fixture.first.member.userID)]
        )
    }

    @Test func periodsAreCreatedWithoutOverlaps() async throws {
        try await TenantFixture.with { fixture in
            let january = try await create(fixture, "2026-01-01", "2026-01-31")
            #expect(january["period"]?["from"] == "2026-01-01" && january["period"]?["to"] == "2026-01-31")
            #expect(january["period"]?["status"] == "OPEN" && january["period"]?["version"] == 1)
            #expect(code(try await create(fixture, "2026-02-01", "2026-02-28")) == nil)
            let overlap = try await create(fixture, "2026-02-28", "2026-03-31")
            #expect(code(overlap) == "PERIOD_OVERLAP" && overlap["userErrors"]?[0]?["path"] == ["input", "range"])
            #expect(code(try await create(fixture, "2026-03-02", "2026-03-01")) == "INVALID")
            #expect(code(try await create(fixture, "2027-01-01", "2028-01-02")) == "OUT_OF_RANGE")
            #expect(code(try await create(fixture, "2027-01-01", "2027-01-01", name: " ")) == "REQUIRED")
            #expect(try fixture.auditRows("attendancePeriodCreate").count == 2)
        }
    }

    @Test func ofManyOverlappingOnesOneIsCreated() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                for day in 1...24 {
                    group.addTask {
                        code(try await create(fixture, "2026-01-\(day < 10 ? "0" : "")\(day)", "2026-02-01"))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0 == nil } == 1 && codes.count { $0 == "PERIOD_OVERLAP" } == 23, "\(codes)")
        }
    }

    @Test func aPeriodIsLockedAndReopened() async throws {
        try await TenantFixture.with { fixture in
            let id = try await january(fixture)
            #expect(code(try await lock(fixture, ["periodId": id, "expectedVersion": 7])) == "STALE_VERSION")
            let locked = try await lock(fixture, ["periodId": id, "expectedVersion": 1])
            #expect(locked["period"]?["status"] == "LOCKED" && locked["period"]?["version"] == 2, "\(locked.text)")
            #expect(
                locked["period"]?["lockedBy"]?["id"]
                    == .string(GlobalID(.user, fixture.first.admin.userID).description)
            )
            #expect(code(try await lock(fixture, ["periodId": id])) == "INVALID_TRANSITION")
            let owner = fixture.first.owner.viewer
            let blank = try await fixture.mutate("attendancePeriodReopen", ["periodId": id, "reason": ""], as: owner)
            #expect(code(blank) == "REQUIRED")
            let reopened = try await fixture.mutate(
                "attendancePeriodReopen",
                ["periodId": id, "reason": "a mistake"],
                Self.fields,
                as: owner
            )
            #expect(reopened["period"]?["status"] == "OPEN" && reopened["period"]?["lockedAt"] == .null)
            let again = try await fixture.mutate("attendancePeriodReopen", ["periodId": id, "reason": "x"], as: owner)
            #expect(code(again) == "INVALID_TRANSITION")
            #expect(try fixture.auditRows("attendancePeriodReopen").map(\.reason) == ["a mistake"])
        }
    }

    @Test func openMattersKeepAPeriodFromBeingLocked() async throws {
        try await TenantFixture.with { fixture in
            let id = try await january(fixture)
            try addCorrection(fixture, try fixture.owner())
            let refused = try await lock(fixture, ["periodId": id])
            #expect(code(refused) == "PERIOD_HAS_BLOCKERS" && refused["period"] == .null)
            _ = try fixture.owner().query("UPDATE attendance_corrections SET status = 'cancelled'")
            _ = try await ClockClient(fixture, fixture.first.member).clockIn(at: "2026-01-31T09:00:00Z")
            #expect(code(try await lock(fixture, ["periodId": id])) == "PERIOD_HAS_BLOCKERS")
            let forced = try await lock(fixture, ["periodId": id, "force": true])
            #expect(forced["period"]?["status"] == "LOCKED")
            #expect(forced["period"]?["blockers"]?["openSessions"] == 1)
            #expect(forced["period"]?["blockers"]?["pendingCorrections"] == 0)
        }
    }

    @Test("What writers store before the lock is seen (case 10)") func whatWritersStoreBeforeTheLockIsSeen()
        async throws
    {
        try await TenantFixture.with { fixture in
            let id = try await january(fixture)
            let writer = try fixture.owner()
            try writer.execute("BEGIN")
            _ = try writer.query("SELECT id FROM attendance_periods FOR SHARE")
            try addCorrection(fixture, writer)
            async let refused = lock(fixture, ["periodId": id])
            try await fixture.untilSomebodyWaits()
            try writer.execute("COMMIT")
            #expect(code(try await refused) == "PERIOD_HAS_BLOCKERS")
        }
    }

    @Test func daysTellTheirPeriod() async throws {
        try await TenantFixture.with { fixture in
            let id = try await january(fixture)
            let clock = ClockClient(fixture, fixture.first.member)
            for date in ["2026-01-31", "2026-02-01"] {
                _ = try await clock.clockIn(at: "\(date)T09:00:00Z")
                _ = try await clock.clockOut(at: "\(date)T17:00:00Z")
            }
            _ = try await lock(fixture, ["periodId": id])
            let document =
                "query ($id: ID!) { node(id: $id) { ... on Employee { attendanceRecords { nodes { FIELDS } } } } }"
            func days(_ fields: String, as viewer: Viewer) async throws -> [JSONValue] {
                let data = try await fixture.data(
                    document.replacing("FIELDS", with: fields),
                    ["id": .string(fixture.first.member.employeeGlobalID.description)],
                    as: viewer
                )
                return data["node"]?["attendanceRecords"]?["nodes"]?.arrayValue ?? []
            }
            let seen = try await days("workDate isLocked period { name }", as: fixture.first.owner.viewer)
            #expect(seen.map { $0["isLocked"] } == [false, true])
            #expect(seen.map { $0["period"]?["name"] } == [nil, "January"])
            let own = try await days("isLocked", as: fixture.first.member.viewer)
            #expect(own.map { $0["isLocked"] } == [false, true])
        }
    }

    @Test func periodsAreListedTheLatestFirst() async throws {
        try await TenantFixture.with { fixture in
            for month in ["01", "03", "02"] {
                _ = try await create(fixture, "2026-\(month)-01", "2026-\(month)-28", name: month)
            }
            let document =
                "{ organization { attendancePeriods(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } } } }"
            let page = try await fixture.data(document, as: fixture.first.admin.viewer)["organization"]?[
                "attendancePeriods"
            ]
            #expect(page?["nodes"] == [["name": "03"], ["name": "02"]] && page?["totalCount"] == 3)
            #expect(page?["pageInfo"]?["hasNextPage"] == true)
            let other = try await fixture.data(document, as: fixture.second.admin.viewer)
            #expect(other["organization"]?["attendancePeriods"]?["totalCount"] == 0)
        }
    }

    @Test func anotherOrganizationsPeriodIsMissing() async throws {
        try await TenantFixture.with { fixture in
            let id = try await january(fixture)
            let foreign = try await lock(fixture, ["periodId": id], as: fixture.second.owner.viewer)
            #expect(code(foreign) == "NOT_FOUND" && foreign["userErrors"]?[0]?["path"] == ["input", "periodId"])
        }
    }
}
