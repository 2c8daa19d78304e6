import FoundationEssentials
import Hours
import Postgres
import Testing
import Time

@testable import Resolvers

@Suite("Rosters from the database")
struct RostersTests {
    private let monday = CalendarDate(iso: "2026-01-05")!

    @Test("An assignment holds within its dates, and those around the dates asked for are read too")
    func assignments() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member.employeeID
            let early = try fixture.insertShift("Early", "06:00", "14:00", weekdays: 31)
            let night = try fixture.insertShift("Night", "22:00", "06:00", timeZone: "Asia/Tokyo")
            let first = try fixture.insertAssignment(of: member, to: early, from: "2026-01-01", through: "2026-01-06")
            let second = try fixture.insertAssignment(of: member, to: night, from: "2026-01-07")
            _ = try fixture.insertAssignment(of: member, to: night, from: "2026-02-01", slot: 2)
            try delete(try fixture.insertAssignment(of: member, to: night, from: "2026-01-01", slot: 3), fixture)
            let rosters = try await rosters(of: [member], fixture)
            let employee = try #require(rosters[member])
            let shifts = employee.roster.shifts(from: monday.advanced(byDays: -3), through: monday.advanced(byDays: 2))
            #expect(shifts.map { monday.days(until: $0.workDate) } == [-3, 0, 1, 2])
            #expect(shifts.map(employee.shiftID) == [early, early, early, night])
            #expect(shifts.map(employee.assignmentID) == [first, first, first, second])
            #expect(shifts.last?.startsAt == Timestamp(rfc3339: "2026-01-07T13:00:00Z"))
            #expect(employee.roster.assignments.count == 2)
            #expect(rosters[fixture.first.manager.employeeID] == nil)
        }
    }

    @Test("A rotation names the shift of each day and its days off, before its anchor too")
    func rotation() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member.employeeID
            let early = try fixture.insertShift("Early", "06:00", "14:00")
            let late = try fixture.insertShift("Late", "14:00", "22:00", timeZone: "Europe/Berlin")
            _ = try fixture.insertAssignment(
                of: member,
                to: early,
                from: "2026-01-01",
                rotation: ("2026-01-05", [early, late, nil])
            )
            let employee = try #require(try await rosters(of: [member], fixture)[member])
            let shifts = employee.roster.shifts(from: monday.advanced(byDays: -2), through: monday.advanced(byDays: 4))
            #expect(shifts.map { monday.days(until: $0.workDate) } == [-2, 0, 1, 3, 4])
            // Two days before the anchor is the second day of the round before.
            #expect(shifts.map(employee.shiftID) == [late, early, late, early, late])
            #expect(shifts[2].startsAt == Timestamp(rfc3339: "2026-01-06T13:00:00Z"))
            #expect(employee.roster.isRestDay(monday.advanced(byDays: 2)))
        }
    }

    @Test("The zone is the employee's own, else the location's, else the organization's (case 3)")
    func zones() async throws {
        try await TenantFixture.with { fixture in
            let organization = fixture.first
            let location = try fixture.insertLocation(of: organization.member.employeeID, timeZone: "Europe/Berlin")
            let owner = try fixture.owner()
            let own = UUID()
            try organization.insertEmployee(own, number: "T-1", timeZone: "Asia/Tokyo", owner)
            _ = try owner.query("UPDATE employees SET location_id = $2 WHERE id = $1", [.uuid(own), .uuid(location)])
            let ids = [organization.member.employeeID, own, organization.manager.employeeID]
            let rosters = try await rosters(of: ids, fixture)
            #expect(ids.map { rosters[$0]?.roster.zone.name } == ["Europe/Berlin", "Asia/Tokyo", "UTC"])
        }
    }

    @Test("Holidays are of the location's calendar, else of the default one, whole days or halves")
    func holidays() async throws {
        try await TenantFixture.with { fixture in
            let organization = fixture.first
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            let ids = [organization.member.employeeID, organization.manager.employeeID]
            for id in ids { _ = try fixture.insertAssignment(of: id, to: shift, from: "2026-01-01") }
            let local = try fixture.insertCalendar("Local", days: [("2026-01-05", nil), ("2026-02-01", nil)])
            _ = try fixture.insertCalendar("Default", isDefault: true, days: [("2026-01-06", "pm")])
            _ = try fixture.insertLocation(of: ids[0], timeZone: "UTC", calendar: local)
            let rosters = try await rosters(of: ids, fixture)
            let parts = ids.map { id in
                rosters[id]?.roster.shifts(from: monday, through: monday.advanced(byDays: 1)).map(\.holiday)
            }
            #expect(parts == [[.whole, nil], [nil, .afternoon]])
        }
    }

    @Test("Nothing of another organization is read")
    func isolation() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member.employeeID
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-01-01")
            let scope = TenantScope(organizationID: fixture.second.id, userID: fixture.second.owner.userID)
            let statements = Rosters.statements(of: [member], from: monday, through: monday)
            let rosters = try Rosters(try await fixture.database.read(statements, in: scope))
            #expect(rosters[member] == nil)
        }
    }

    private func rosters(of employees: [UUID], _ fixture: TenantFixture) async throws -> Rosters {
        let scope = TenantScope(organizationID: fixture.first.id, userID: fixture.first.owner.userID)
        let statements = Rosters.statements(of: employees, from: monday, through: monday.advanced(byDays: 3))
        #expect(statements.count == Rosters.statementCount)
        return try Rosters(try await fixture.database.read(statements, in: scope))
    }

    private func delete(_ assignment: UUID, _ fixture: TenantFixture) throws {
        _ = try fixture.owner().query(
            "UPDATE shift_assignments SET deleted_at = now() WHERE id = $1",
            [.uuid(assignment)]
        )
    }
}
