import FoundationEssentials
import JSON
import Jobs
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Days computed anew after a change of their shift", .serialized)
struct ShiftRecomputeTests {
    private static let now = "2026-02-03T20:00:00Z"

    @Test("Days of the shift follow its new rules from the day on, but for locked ones and those of other shifts")
    func recompute() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let member = fixture.first.member.employeeID
            let day = try fixture.insertShift("Day", "08:00", "16:00")
            let late = try fixture.insertShift("Late", "08:00", "16:00")
            _ = try fixture.insertAssignment(
                of: member,
                to: day,
                from: "2026-01-28",
                rotation: ("2026-01-28", [day, day, day, day, late, day])
            )
            _ = try fixture.insertAssignment(of: fixture.first.manager.employeeID, to: late, from: "2026-01-01")
            for date in ["2026-01-28", "2026-01-29", "2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"] {
                try await desk.work(date, from: "08:30", to: "16:00")
            }
            try await desk.work("2026-02-02", from: "08:30", to: "16:00", of: fixture.first.manager)
            try desk.lockPeriod("2026-01-30", "2026-01-30")
            try fixture.owner().execute("UPDATE shifts SET late_grace_minutes = 60")
            #expect(try await update(day, from: "2026-01-29", fixture).codes == [])
            try await fixture.runJobs()
            #expect(
                try lateness(fixture.first.member, fixture) == [
                    "2026-01-28 30", "2026-01-29 0", "2026-01-30 30", "2026-01-31 0", "2026-02-01 30", "2026-02-02 0",
                    "2026-02-03 absent", "2026-02-04 absent",
                ]
            )
            #expect(try lateness(fixture.first.manager, fixture) == ["2026-02-02 30"])
            let audit = try fixture.auditRows("shiftUpdate")
            #expect(audit.count == 1 && audit[0].new?.contains(#""recomputeFrom": "2026-01-29""#) == true)
        }
    }

    @Test("A day on which the shift is not worked any more loses it")
    func freedDay() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(of: fixture.first.member.employeeID, to: shift, from: "2026-02-01")
            try await desk.work("2026-02-01", from: "08:30", to: "16:00")
            // A Sunday.
            #expect(try await update(shift, from: "2026-02-01", weekdays: ["MONDAY"], fixture).codes == [])
            try await fixture.runJobs()
            let record = try fixture.owner().query(
                "SELECT shift_id IS NULL, late_minutes FROM attendance_records WHERE work_date = '2026-02-01'"
            )
            #expect(record.map { $0.bool(0) } == [true] && record[0].int32(1) == 0)
        }
    }

    @Test("Batches follow one another, each with as many statements; doing it again changes nothing")
    func batches() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            for number in 0..<5 {
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: "S-\(number)", try fixture.owner())
                _ = try fixture.insertAssignment(of: employee, to: shift, from: "2026-02-02", through: "2026-02-02")
            }
            #expect(try await update(shift, from: "2026-02-01", fixture).codes == [])
            // Ten days of two employees each.
            try await fixture.runJobs { [Recomputing(database: $0, batchSize: 20)] }
            #expect(try jobs(fixture) == ["succeeded", "succeeded", "succeeded"])
            #expect(try versions(fixture) == [1, 1, 1, 1, 1])
            try fixture.owner().execute("UPDATE jobs SET status = 'queued', finished_at = NULL, attempts = 0")
            try await fixture.runJobs { [Recomputing(database: $0, batchSize: 20)] }
            #expect(Set(try jobs(fixture)) == ["succeeded"])
            #expect(try versions(fixture) == [1, 1, 1, 1, 1])
        }
    }

    @Test("Nothing is computed for days to come, for a change that was refused, or for more than a year")
    func bounds() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            let refused = try await update(shift, from: "2025-02-01", fixture)
            #expect(refused.codes == ["OUT_OF_RANGE"])
            #expect(refused.at("userErrors.0.path") == ["input", "recomputeFrom"])
            #expect(try await update(shift, from: "2026-02-01", version: 7, fixture).codes == ["STALE_VERSION"])
            #expect(try await update(shift, from: "2026-02-05", fixture).codes == [])
            #expect(try await update(shift, from: nil, fixture).codes == [])
            #expect(try jobs(fixture) == [])
            #expect(try await update(shift, from: "2025-02-03", fixture).codes == [])
            #expect(try jobs(fixture) == ["queued"])
        }
    }

    /// Of a shift from 8 to 16 with a grace of an hour, by the admin.
    private func update(
        _ shift: UUID,
        from date: String?,
        weekdays: JSONValue = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        version: Int64? = nil,
        _ fixture: TenantFixture
    ) async throws -> JSONValue {
        var input: JSONObject = [
            "shiftId": .string(GlobalID(.shift, shift).description),
            "shift": [
                "name": "Changed", "startTime": "08:00", "endTime": "16:00", "lateGraceMinutes": 60,
                "weekdays": weekdays,
            ],
        ]
        if let date { input["recomputeFrom"] = .string(date) }
        if let version { input["expectedVersion"] = .int(version) }
        let document = """
            mutation ($input: ShiftUpdateInput!) { shiftUpdate(input: $input) { shift { id } userErrors { code path } } }
            """
        let data = try await fixture.data(
            document,
            ["input": .object(input)],
            as: fixture.first.admin.viewer,
            now: try instant(Self.now)
        )
        return try #require(data["shiftUpdate"])
    }

    /// Somebody's days with the minutes that they were late, or that they are absent.
    private func lateness(_ person: TestPerson, _ fixture: TenantFixture) throws -> [String] {
        try fixture.owner().query(
            """
            SELECT work_date::text, CASE status WHEN 'absent' THEN 'absent' ELSE late_minutes::text END
            FROM attendance_records WHERE employee_id = $1 ORDER BY work_date
            """,
            [.uuid(person.employeeID)]
        ).map { "\($0.string(0)) \($0.string(1))" }
    }

    private func jobs(_ fixture: TenantFixture) throws -> [String] {
        try fixture.owner().query("SELECT status::text FROM jobs WHERE kind = 'attendance_recompute'").map {
            $0.string(0)
        }
    }

    private func versions(_ fixture: TenantFixture) throws -> [Int32] {
        try fixture.owner().query("SELECT version FROM attendance_records").map { $0.int32(0) }
    }
}
