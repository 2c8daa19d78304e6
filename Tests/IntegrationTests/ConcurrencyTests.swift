import JSON
import Postgres
import Testing

extension IntegrationTests {
    /// Requests that arrive at the same moment.
    @Suite struct ConcurrencyTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        @Test func clocksInOnce() throws {
            let tenant = try Tenant("ClocksInOnce", on: server)
            let employee = try tenant.employee("1", "Ida")
            let member = try tenant.join("ida@clocks-in-once.example", as: employee)
            let mutation = APIClient.mutation(
                "attendanceClockIn",
                selecting: "session { id } userErrors { ... on AlreadyClockedInError { openSession { id } } }"
            )
            let body = APIClient.body(mutation, ["input": [:]])
            let payloads = try Simultaneous.responses(24) { _ in try member.begin(body) }
                .compactMap { $0.at("data.attendanceClockIn") }
            let winners = payloads.filter { $0.codes == [] }
            try #require(winners.count == 1)
            let session = try winners[0].text(at: "session.id")
            let others = payloads.filter { $0.codes != [] }
            #expect(others.count == 23)
            #expect(
                others.allSatisfy {
                    $0.codes == ["ALREADY_CLOCKED_IN"] && $0.at("userErrors.0.openSession.id") == .string(session)
                }
            )
            let rows = try server.database.connect().query(
                "SELECT count(*) FROM attendance_sessions s JOIN employees e ON e.id = s.employee_id WHERE e.full_name = 'Ida'"
            )
            #expect(rows[0].int64(0) == 1)
        }

        @Test func makesOneSuccessorOfARefreshToken() throws {
            let tenant = try Tenant("Refreshes", on: server)
            let mutation = APIClient.mutation("authRefresh", selecting: "tokens { refreshToken }")
            let body = APIClient.body(mutation, ["input": ["refreshToken": .string(tenant.refreshToken)]])
            let client = server.client()
            let payloads = try Simultaneous.responses(24) { _ in try client.begin(body) }
                .compactMap { $0.at("data.authRefresh") }
            let successors = Set(try payloads.map { try $0.text(at: "tokens.refreshToken") })
            #expect(payloads.count == 24)
            #expect(successors.count == 1)
            let rows = try server.database.connect().query(
                """
                SELECT count(*) FROM refresh_tokens t JOIN user_identifiers i USING (user_id)
                WHERE i.value = $1 AND t.parent_id IS NOT NULL
                """,
                [.text(tenant.email)]
            )
            #expect(rows[0].int64(0) == 1)
        }

        @Test func givesANumberToOneEmployee() throws {
            let tenant = try Tenant("Numbers", on: server)
            let mutation = APIClient.mutation("employeeCreate", selecting: "employee { id }")
            let payloads = try Simultaneous.responses(2) { index in
                let employee: JSONValue = [
                    "number": "N-1", "fullName": .string("Twin \(index)"), "hiredOn": "2029-01-01",
                ]
                return try tenant.owner.begin(APIClient.body(mutation, ["input": ["employee": employee]]))
            }.compactMap { $0.at("data.employeeCreate") }
            #expect(payloads.map(\.codes).sorted { $0.count < $1.count } == [[], ["TAKEN"]])
            let taken = payloads.first { $0.codes != [] }
            #expect(taken?.at("userErrors.0.path") == ["input", "employee", "number"])
            #expect(taken?["employee"] == .null)
            let page = try tenant.owner.data("{ organization { employees { totalCount } } }")
            #expect(page.at("organization.employees.totalCount") == 1)
        }

        /// Sends the same mutation eight times at once: one succeeds, the others hear that it was done already.
        private func expectOneWinner(
            _ field: String,
            _ input: JSONValue,
            from client: APIClient,
            others code: String,
            sourceLocation: SourceLocation = #_sourceLocation
        ) throws {
            let body = APIClient.body(APIClient.mutation(field, selecting: ""), ["input": input])
            let answers = try Simultaneous.responses(8) { _ in try client.begin(body) }
            let codes = answers.map { $0.at("data.\(field)")?.codes ?? [$0.text] }
            #expect(codes.filter { $0 == [] }.count == 1, "\(field): \(codes)", sourceLocation: sourceLocation)
            #expect(codes.filter { $0 == [code] }.count == 7, "\(field): \(codes)", sourceLocation: sourceLocation)
        }

        @Test func letsOneOfManyWin() throws {
            let tenant = try Tenant("Winners", on: server)
            let employee = try tenant.employee("1", "Wilma")
            let member = try tenant.join("wilma@winners.example", as: employee)
            try expectOneWinner("departmentCreate", ["name": "Same"], from: tenant.owner, others: "TAKEN")
            try expectOneWinner(
                "employeeDelete",
                ["employeeId": .string(tenant.employee("2", "Two"))],
                from: tenant.owner,
                others: "NOT_FOUND"
            )
            try expectOneWinner(
                "employeeUpdate",
                ["employeeId": .string(employee), "expectedVersion": 2, "employee": ["jobTitle": "Smith"]],
                from: tenant.owner,
                others: "STALE_VERSION"
            )
            _ = try member.succeed("attendanceClockIn", [:])
            let later = member.at("2030-03-04T12:00:00Z")
            try expectOneWinner("attendanceBreakStart", [:], from: later, others: "ALREADY_ON_BREAK")
            let evening = member.at("2030-03-04T17:00:00Z")
            try expectOneWinner("attendanceClockOut", [:], from: evening, others: "NOT_CLOCKED_IN")
        }

        @Test func registersAndAddsAPersonOnce() throws {
            let tenant = try Tenant("Registers", on: server)
            let email = "twin@registers.example"
            let input: JSONValue = [
                "email": .string(email), "password": .string(Tenant.password), "displayName": "Twin",
                "organizationName": "Twin Works",
            ]
            try expectOneWinner("authRegister", input, from: server.client(), others: "TAKEN")
            let token = try server.mailedToken(to: email)
            try expectOneWinner(
                "emailVerify",
                ["token": .string(token)],
                from: server.client(),
                others: "TOKEN_INVALID"
            )
            try expectOneWinner("memberAdd", ["email": .string(email)], from: tenant.owner, others: "ALREADY_MEMBER")
            let names = try server.database.connect().query("SELECT name FROM organizations WHERE name = 'Twin Works'")
            #expect(names.count == 1)
        }
    }
}
