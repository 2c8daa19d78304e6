import JSON
import TestProcesses
import Testing

extension IntegrationTests {
    /// What clients may send wrongly: a clear error with a stable code, nothing stored, and the server goes on.
    @Suite struct BadInputTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        /// Runs the body and holds the tables to what they held before; only the security log may grow.
        private func storingNothing(_ body: () throws -> Void) throws {
            var before = try server.database.rowCounts()
            try body()
            var after = try server.database.rowCounts()
            before["auth_events"] = nil
            after["auth_events"] = nil
            #expect(before == after)
            #expect(server.process.isAlive)
            #expect(try server.client().data("{ __typename }") == ["__typename": "Query"])
        }

        private static let deepDocument = String(repeating: "{a", count: 100_000)
        private static let deepValue = String(repeating: "[", count: 100_000)
        private static let clockIn = APIClient.mutation("attendanceClockIn", selecting: "session { id }")

        @Test(arguments: [
            (#"{"query":"{ organization { nonsense } }"}"#, 400, "GRAPHQL_VALIDATION_FAILED"),
            (
                #"{"query":"{ organization { employees(first: \"3\") { totalCount } } }"}"#, 400,
                "GRAPHQL_VALIDATION_FAILED"
            ),
            (
                #"{"query":"query ($n: Int!) { organization { employees(first: $n) { totalCount } } }"}"#, 400,
                "BAD_USER_INPUT"
            ),
            (
                #"{"query":"query ($n: Int!) { organization { employees(first: $n) { totalCount } } }","variables":{"n":"3"}}"#,
                400, "BAD_USER_INPUT"
            ),
            (#"{"query":"{ organization { employees(first: 101) { totalCount } } }"}"#, 200, "BAD_USER_INPUT"),
            (
                #"{"query":"mutation { departmentCreate(input: {name: 7}) { userErrors { code } } }"}"#, 400,
                "GRAPHQL_VALIDATION_FAILED"
            ),
            (#"{"query":"{ organization { name "}"#, 400, "GRAPHQL_PARSE_FAILED"),
            (#"{"query":"#, 400, "BAD_REQUEST"),
            (#"{"query":"{__typename}","query":"{__typename}"}"#, 400, "BAD_REQUEST"),
            ("", 400, "BAD_REQUEST"),
            (#"{"query":"\#(deepDocument)"}"#, 400, "GRAPHQL_PARSE_FAILED"),
            (#"{"query":"{__typename}","variables":{"x":\#(deepValue)"#, 400, "BAD_REQUEST"),
            (deepValue, 400, "BAD_REQUEST"),
            (
                #"{"query":"{__typename}","operationName":"\#(String(repeating: "x", count: 270_000))"}"#, 413,
                "BODY_TOO_LARGE"
            ),
        ])
        func refusesTheRequest(_ body: String, status: Int, code: String) throws {
            let tenant = try Tenant("Bad\(UInt32.random(in: 0 ... .max))", on: server)
            try storingNothing {
                let reply = try tenant.owner.post(body)
                #expect(reply.status == status, "\(reply.body)")
                #expect(try reply.code() == code, "\(reply.body)")
                #expect(try reply.json().at("errors.0.message")?.stringValue?.isEmpty == false)
            }
        }

        @Test func takesJSONAlone() throws {
            let headers = ["Content-Type: text/plain"]
            let body = APIClient.body("{ __typename }")
            let reply = try #require(HTTPExchange(port: server.port, headers: headers, body: body)?.reply())
            #expect(reply.status == 415)
            #expect(try reply.code() == "UNSUPPORTED_MEDIA_TYPE")
        }

        @Test func refusesTokensThatDoNotHold() throws {
            let tenant = try Tenant("Tokens", on: server)
            let token = try #require(tenant.owner.token)
            let parts = token.split(separator: ".").map(String.init)
            let unsigned = "eyJhbGciOiJub25lIn0.\(parts[1])."
            let changed = "\(parts[0]).\(parts[1]).\(parts[2].first == "A" ? "B" : "A")\(parts[2].dropFirst())"
            let forged = [
                "x", "a.b.c", unsigned, changed, token + "A", token + "." + parts[2],
                String(repeating: "a", count: 5_000),
            ]
            try storingNothing {
                for text in forged {
                    var caller = tenant.owner
                    caller.token = text
                    let reply = try caller.send(
                        "mutation { departmentCreate(input: {name: \"X\"}) { userErrors { code } } }"
                    )
                    #expect(reply.status == 401, "\(text.prefix(20)) \(reply.body)")
                    #expect(try reply.code() == "UNAUTHENTICATED")
                    #expect(try caller.data("{ server { version } }").at("server.version") != nil)
                }
                let late = try tenant.owner.at("2030-03-05T08:01:00Z").send("{ organization { name } }")
                #expect(late.status == 401)
                #expect(try late.code() == "UNAUTHENTICATED")
            }
        }

        @Test func refusesASecondClockInAndASecondNumber() throws {
            let tenant = try Tenant("Doubles", on: server)
            let employee = try tenant.employee("D-1", "Dora")
            let member = try tenant.join("dora@doubles.example", as: employee)
            let session = try member.succeed("attendanceClockIn", [:], selecting: "session { id }").text(
                at: "session.id"
            )
            try storingNothing {
                let again = try member.at("2030-03-04T08:10:00Z").mutate(
                    "attendanceClockIn",
                    [:],
                    selecting:
                        "session { id } event { id } userErrors { ... on AlreadyClockedInError { openSession { id } } }"
                )
                #expect(again.codes == ["ALREADY_CLOCKED_IN"])
                #expect(again["session"] == .null && again["event"] == .null)
                #expect(again.at("userErrors.0.openSession.id") == .string(session))
                let twin = try tenant.owner.mutate(
                    "employeeCreate",
                    ["employee": ["number": "D-1", "fullName": "Twin", "hiredOn": "2029-01-01"]],
                    selecting: "employee { id }"
                )
                #expect(twin.codes == ["TAKEN"])
                #expect(twin["employee"] == .null)
            }
        }

        @Test func refusesWhatAMemberMayNotDo() throws {
            let tenant = try Tenant("Rights", on: server)
            let employee = try tenant.employee("R-1", "Rita")
            _ = try tenant.employee("R-2", "Rolf")
            let member = try tenant.join("rita@rights.example", as: employee)
            try storingNothing {
                let reply = try member.send(
                    """
                    mutation { departmentCreate(input: {name: "X"}) { department { id } userErrors { code } }
                      organizationUpdate(input: {name: "Y"}) { userErrors { code } } }
                    """
                )
                #expect(reply.status == 200)
                let response = try reply.json()
                #expect(response["data"] == ["departmentCreate": .null, "organizationUpdate": .null])
                #expect(response["errors"]?.arrayValue?.map { $0.at("extensions.code") } == ["FORBIDDEN", "FORBIDDEN"])
                #expect(response.at("errors.0.path") == ["departmentCreate"])
                let page = try member.data("{ organization { employees { nodes { number } } } }")
                #expect(page.at("organization.employees.nodes") == [["number": "R-1"]])
            }
        }

        @Test func takesTextThatIsNoSQL() throws {
            let tenant = try Tenant("Texts", on: server)
            for text in ["'; DROP TABLE employees; --", "\\", "%_", "\u{1F600}", "$1"] {
                let name = JSONValue.string("Name \(text)")
                let department = try tenant.owner.succeed(
                    "departmentCreate",
                    ["name": name],
                    selecting: "department { name }"
                )
                #expect(department.at("department.name") == name)
                let found = try tenant.owner.data(
                    "query ($n: String) { organization { departments(filter: {name: {contains: $n}}) { totalCount } } }",
                    ["n": .string(text)]
                )
                #expect(found.at("organization.departments.totalCount") == 1, "\(text)")
            }
            try storingNothing {
                let zero = try tenant.owner.send(
                    "mutation ($i: DepartmentCreateInput!) { departmentCreate(input: $i) { userErrors { code } } }",
                    ["i": ["name": "a\u{0}b"]]
                )
                #expect(zero.status == 200)
                #expect(try zero.json().at("data.departmentCreate.userErrors.0.code") == "INVALID")
            }
        }
    }
}
