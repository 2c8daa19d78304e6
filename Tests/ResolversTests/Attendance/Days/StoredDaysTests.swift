import FoundationEssentials
import Hours
import Postgres
import Testing
import Time

@testable import Resolvers

@Suite("Days computed from what is stored", .serialized)
struct StoredDaysTests {
    private let first = RandomAttendance.first.advanced(byDays: -2)
    private let last = RandomAttendance.first.advanced(byDays: 14)

    @Test("All days at once are what ComputedDays makes of the punches", arguments: [1, 2, 3])
    func equality(seed: UInt64) async throws {
        try await TenantFixture.with { fixture in
            let attendance = try RandomAttendance(seed: seed, count: 12, fixture)
            let bench = DayBench(fixture)
            let voided = attendance.punches.mapValues(Self.voidingSome)
            try await bench.store(voided.values.flatMap { $0 })
            let days = attendance.employees.map { EmployeeDays($0, from: first, through: last) }
            try await bench.recompute(days)
            try await compare(voided, bench)
            try await changesNothing(days, bench)
        }
    }

    @Test("Punch by punch in any order, and with voids, days come out the same", arguments: [4, 5, 6])
    func increments(seed: UInt64) async throws {
        try await TenantFixture.with { fixture in
            var attendance = try RandomAttendance(seed: seed, count: 8, fixture)
            let bench = DayBench(fixture)
            let orders = attendance.employees.map { attendance.shuffled(attendance.punches[$0] ?? []) }
            for step in 0..<16 { try await bench.punch(orders.map { $0[step] }) }
            try await compare(attendance.punches, bench)
            let voided = attendance.punches.mapValues(Self.voidingSome)
            for punch in voided.values.flatMap({ $0 }) where punch.event.isVoided {
                try await bench.void([punch.id], of: punch.employeeID, at: punch.event.at)
            }
            try await compare(voided, bench)
        }
    }

    @Test("Two round trips and one number of statements, for one employee and for many")
    func statementCount() async throws {
        try await TenantFixture.with { fixture in
            let attendance = try RandomAttendance(seed: 7, count: 20, fixture)
            let bench = DayBench(fixture)
            try await bench.store(attendance.punches.values.flatMap { $0 })
            var counts: [Int] = []
            for count in [1, 20] {
                let days = attendance.employees.prefix(count).map {
                    EmployeeDays($0, from: first, through: last)
                }
                let trips = fixture.database.counters.roundTrips
                counts.append(try await fixture.statements.during { try await bench.recompute(days) }.count)
                // The third one commits.
                #expect(fixture.database.counters.roundTrips - trips == 3)
            }
            #expect(counts == [StoredDays.statementCount + 2, StoredDays.statementCount + 2])
            #expect(StoredDays.statementCount == 7)
        }
    }

    private static func voidingSome(_ punches: [DayEdits.Punch]) -> [DayEdits.Punch] {
        punches.enumerated().map { index, punch in
            var event = punch.event
            event.isVoided = index % 5 == 3
            return DayEdits.Punch(id: punch.id, employeeID: punch.employeeID, event: event)
        }
    }

    private func changesNothing(_ days: [EmployeeDays], _ bench: DayBench) async throws {
        let again = try await bench.recompute(days)
        #expect(again.statements.isEmpty)
    }

    private func compare(_ punches: [UUID: [DayEdits.Punch]], _ bench: DayBench) async throws {
        let statements = Rosters.statements(of: Array(punches.keys), from: first, through: last)
        let rosters = try Rosters(try await bench.fixture.database.read(statements, in: bench.scope))
        for (employee, punches) in punches {
            let roster = try #require(rosters[employee])
            let computed = ComputedDays(
                of: punches.map(\.event),
                roster.roster,
                maximumSessionMinutes: 960,
                now: bench.now
            ).days
            let stored = try bench.days(of: employee)
            for (day, expected) in computed where expected.punchIndices.contains(where: { !punches[$0].event.isVoided })
            {
                let shift = expected.plan.shift.map(roster.shiftID)
                #expect(stored[day]?.values == RecordValues(expected, shiftID: shift), "\(day) of \(employee)")
                #expect(stored[day]?.sessions == expected.sessions(punches), "\(day) of \(employee)")
            }
            // Days whose punches are all gone stay, without sessions.
            for (day, stored) in stored where computed[day] == nil { #expect(stored.sessions.isEmpty) }
        }
    }
}

extension ComputedDays.Day {
    fileprivate func sessions(_ punches: [DayEdits.Punch]) -> [StoredDay.Session] {
        record.sessions.map { session in
            StoredDay.Session(
                clockIn: punches[punchIndices[session.clockInIndex]].id,
                clockOut: session.clockOutIndex.map { punches[punchIndices[$0]].id },
                end: session.end,
                status: session.state.rawValue,
                breaks: session.breaks.map { pause in
                    let id = punches[punchIndices[pause.startIndex]].id.uuidString.lowercased()
                    let times = [pause.start, pause.end].compactMap { $0 }.map { $0.asPostgresText }
                    return ([id] + times + [pause.isPaid ? "t" : "f"]).joined(separator: " ")
                }
            )
        }
    }
}

extension Timestamp {
    /// As PostgreSQL writes it without a zone; the tests' breaks begin and end on whole seconds.
    fileprivate var asPostgresText: String {
        description.replacing("T", with: " ").replacing("Z", with: "")
    }
}
