import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

extension IntegrationTests {
    /// Days that 24 clients want to change at the same moment, 20 times over.
    @Suite struct AttendanceRaceTests {
        private static let clients = 24
        private static let rounds = 20

        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        @Test("Of 24 clock-ins and clock-outs at once one succeeds (case 4)") func somebodyComesAndGoesOnce() throws {
            let tenant = try Tenant("ClockRace", on: server)
            let member = try tenant.join("clock@clock-race.example", as: try tenant.employee("1", "Clock"))
            for round in 1...Self.rounds {
                for (field, minute, refusal) in [
                    ("attendanceClockIn", "00", "ALREADY_CLOCKED_IN"), ("attendanceClockOut", "30", "NOT_CLOCKED_IN"),
                ] {
                    let body = APIClient.body(APIClient.mutation(field, selecting: ""), ["input": [:]])
                    // Hours of a day and the next, within the token's life.
                    let hour = (8 + round) % 24
                    let day = 8 + round < 24 ? "2030-03-04" : "2030-03-05"
                    let client = member.at("\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute):00Z")
                    let responses = try Simultaneous.responses(Self.clients) { _ in try client.begin(body) }
                    let codes = responses.map { $0.codes(of: field) }
                    #expect(codes.filter { $0 == [] }.count == 1, "round \(round): \(codes)")
                    #expect(codes.filter { $0 == [refusal] }.count == Self.clients - 1, "round \(round): \(codes)")
                }
            }
            #expect(try counts(of: tenant, "attendance_events") == 2 * Self.rounds)
            #expect(try counts(of: tenant, "attendance_sessions") == Self.rounds)
        }

        @Test("Of 24 decisions at once one counts (case 9)") func aCorrectionIsDecidedOnce() throws {
            let tenant = try Tenant("CorrectionRace", on: server)
            let employee = try tenant.employee("1", "Correction", ["hiredOn": "2020-01-01"])
            let member = try tenant.join("member@correction-race.example", as: employee)
            let field = "attendanceCorrectionDecide"
            var approved = 0
            for round in 1...Self.rounds {
                let correction = try request(day: round, member)
                let responses = try Simultaneous.responses(Self.clients) { index in
                    let input: JSONValue = ["correctionId": .string(correction), "approve": .bool(index % 2 == 0)]
                    let mutation = APIClient.mutation(field, selecting: "correction { status }")
                    return try tenant.owner.begin(APIClient.body(mutation, ["input": input]))
                }
                let winners = responses.filter { $0.codes(of: field) == [] }
                #expect(winners.count == 1, "round \(round)")
                let others = Set(responses.flatMap { $0.codes(of: field) })
                #expect(others == ["INVALID_TRANSITION"], "round \(round): \(others)")
                if winners.first?.at("data.\(field).correction.status") == "APPROVED" { approved += 1 }
            }
            #expect(try counts(of: tenant, "attendance_events") == 2 * approved)
        }

        /// Whoever comes after the lock is told of it, and whoever comes before it keeps the period open.
        @Test("Nothing slips into a locked period (case 10)") func nothingSlipsIntoALockedPeriod() throws {
            let tenant = try Tenant("PeriodRace", on: server)
            let employee = try tenant.employee("1", "Period", ["hiredOn": "2020-01-01"])
            for round in 1...Self.rounds {
                let period = try period(day: round, tenant)
                let responses = try Simultaneous.responses(Self.clients) { index in
                    let isLock = index == Self.clients / 2
                    let field = isLock ? "attendancePeriodLock" : "attendanceClockIn"
                    let input: JSONValue =
                        isLock
                        ? ["periodId": .string(period)]
                        : ["employeeId": .string(employee), "occurredAt": .string("\(Self.date(round))T08:00:00Z")]
                    return try tenant.owner.begin(
                        APIClient.body(APIClient.mutation(field, selecting: ""), ["input": input])
                    )
                }
                let lock = responses[Self.clients / 2].codes(of: "attendancePeriodLock")
                let punches = responses.enumerated().filter { $0.offset != Self.clients / 2 }
                    .map { $0.element.codes(of: "attendanceClockIn") }
                if lock == [] {
                    #expect(Set(punches.joined()) == ["PERIOD_LOCKED"], "round \(round): \(punches)")
                    #expect(!punches.contains([]), "round \(round)")
                } else {
                    #expect(lock == ["PERIOD_HAS_BLOCKERS"], "round \(round)")
                    #expect(punches.filter { $0 == [] }.count == 1, "round \(round): \(punches)")
                    let end: JSONValue = [
                        "employeeId": .string(employee), "occurredAt": .string("\(Self.date(round))T09:00:00Z"),
                    ]
                    _ = try tenant.owner.succeed("attendanceClockOut", end, selecting: "session { id }")
                }
            }
        }

        /// A day of a month that has passed.
        private static func date(_ day: Int) -> String { "2026-01-\(day < 10 ? "0" : "")\(day)" }

        private func request(day: Int, _ member: APIClient) throws -> String {
            let date = Self.date(day)
            let events: JSONValue = [
                ["kind": "CLOCK_IN", "at": ["instant": .string("\(date)T08:00:00Z")]],
                ["kind": "CLOCK_OUT", "at": ["instant": .string("\(date)T16:00:00Z")]],
            ]
            let input: JSONValue = [
                "workDate": .string(date), "kind": "ADD_DAY", "proposedEvents": events, "reason": "The reader was off.",
            ]
            return try member.succeed("attendanceCorrectionRequest", input, selecting: "correction { id }")
                .text(at: "correction.id")
        }

        private func period(day: Int, _ tenant: Tenant) throws -> String {
            let date = JSONValue.string(Self.date(day))
            let input: JSONValue = ["name": date, "range": ["from": date, "to": date]]
            return try tenant.owner.succeed("attendancePeriodCreate", input, selecting: "period { id }")
                .text(at: "period.id")
        }

        private func counts(of tenant: Tenant, _ table: String) throws -> Int {
            let key = GlobalID(tenant.organizationID).uuid
            let rows = try server.database.connect().query(
                "SELECT count(*) FROM \(table) WHERE organization_id = $1",
                [.uuid(key)]
            )
            return Int(rows[0].int64(0))
        }
    }
}
