import JSON
import Testing

extension IntegrationTests {
    /// What people do with Rollcall, from the sign-up on.
    @Suite struct JourneyTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        /// A page of employees with everything that a list of them shows.
        static let nested = """
            query ($n: Int!) { organization { id name employees(first: $n) { totalCount pageInfo { hasNextPage endCursor }
              nodes { id number fullName email jobTitle department { id name } manager { id fullName }
                attendanceRecords(first: 5) {
                  nodes { workDate status firstInAt lastOutAt workedMinutes lateMinutes } } } } } }
            """

        @Test func signsUpAndRefreshes() throws {
            let email = "ada@signs-up.example"
            let first = try Person.signUp(email, organization: "Signs Up", on: server)
            let viewer = try first.client.data(
                "{ viewer { user { displayName email emailVerified } organization { name slug } memberships { role } } }"
            )
            #expect(
                viewer == [
                    "viewer": [
                        "user": ["displayName": "Somebody", "email": .string(email), "emailVerified": true],
                        "organization": ["name": "Signs Up", "slug": "signs-up"],
                        "memberships": [["role": "OWNER"]],
                    ]
                ]
            )
            let refreshed = try server.client().succeed(
                "authRefresh",
                ["refreshToken": .string(first.refreshToken)],
                selecting: "tokens { accessToken refreshToken } viewer { user { email } }"
            )
            #expect(refreshed.at("viewer.user.email") == .string(email))
            #expect(try refreshed.text(at: "tokens.refreshToken") != first.refreshToken)
            var second = server.client()
            second.token = try refreshed.text(at: "tokens.accessToken")
            #expect(try second.data("{ organization { name } }") == ["organization": ["name": "Signs Up"]])
        }

        @Test func refusesATokenAfterSignOut() throws {
            let tenant = try Tenant("SignsOut", on: server)
            #expect(try tenant.owner.mutate("authLogout", [:], selecting: "success")["success"] == true)
            let reply = try tenant.owner.send("{ organization { name } }")
            #expect(reply.status == 401)
            #expect(try reply.code() == "UNAUTHENTICATED")
            let refresh = try server.client().mutate("authRefresh", ["refreshToken": .string(tenant.refreshToken)])
            #expect(refresh.codes == ["TOKEN_INVALID"])
        }

        @Test func showsAMembersDayToTheOwner() throws {
            let tenant = try Tenant("Workday", on: server)
            let office = try tenant.department("Office", code: "OFF")
            let boss = try tenant.employee("W-1", "Berta Boss", ["departmentId": .string(office)])
            let worker = try tenant.employee(
                "W-2",
                "Willi Worker",
                [
                    "departmentId": .string(office), "managerId": .string(boss), "jobTitle": "Clerk",
                    "email": "willi@workday.example",
                ]
            )
            let member = try tenant.join("willi@workday.example", as: worker)
            try workADay(member)
            let data = try tenant.owner.at("2030-03-04T18:00:00Z").data(Self.nested, ["n": 10])
            let page = try #require(data.at("organization.employees"))
            #expect(data.at("organization.name") == "Workday")
            #expect(page["totalCount"] == 2)
            #expect(page.at("pageInfo.hasNextPage") == false)
            let nodes = try #require(page["nodes"]?.arrayValue)
            #expect(nodes.count == 2)
            #expect(
                nodes.first { $0["number"] == "W-2" } == [
                    "id": .string(worker), "number": "W-2", "fullName": "Willi Worker",
                    "email": "willi@workday.example", "jobTitle": "Clerk",
                    "department": ["id": .string(office), "name": "Office"],
                    "manager": ["id": .string(boss), "fullName": "Berta Boss"],
                    "attendanceRecords": [
                        "nodes": [
                            [
                                "workDate": "2030-03-04", "status": "PRESENT", "firstInAt": "2030-03-04T09:00:00Z",
                                "lastOutAt": "2030-03-04T17:00:00Z", "workedMinutes": 450, "lateMinutes": 0,
                            ]
                        ]
                    ],
                ]
            )
            #expect(nodes.first { $0["number"] == "W-1" }?.at("attendanceRecords.nodes") == [])
        }

        /// From nine to five with half an hour's break.
        private func workADay(_ member: APIClient) throws {
            let session = "event { kind occurredAt } session { status workedMinutes breaks { minutes isPaid } }"
            let start = try member.at("2030-03-04T09:00:00Z").succeed("attendanceClockIn", [:], selecting: session)
            #expect(start.at("event.occurredAt") == "2030-03-04T09:00:00Z")
            #expect(start.at("session.status") == "OPEN")
            let presence = "{ viewer { employee { presence { state } } } }"
            #expect(
                try member.at("2030-03-04T10:00:00Z").data(presence).at("viewer.employee.presence.state") == "IN"
            )
            _ = try member.at("2030-03-04T12:00:00Z").succeed("attendanceBreakStart", ["isPaid": false])
            #expect(
                try member.at("2030-03-04T12:10:00Z").data(presence).at("viewer.employee.presence.state") == "ON_BREAK"
            )
            _ = try member.at("2030-03-04T12:30:00Z").succeed("attendanceBreakEnd", [:])
            let end = try member.at("2030-03-04T17:00:00Z").succeed(
                "attendanceClockOut",
                ["note": "done"],
                selecting: session + " record { workDate workedMinutes breakMinutes status }"
            )
            #expect(end.at("session.status") == "CLOSED")
            #expect(end.at("session.breaks") == [["minutes": 30, "isPaid": false]])
            #expect(
                end["record"] == [
                    "workDate": "2030-03-04", "workedMinutes": 450, "breakMinutes": 30, "status": "PRESENT",
                ]
            )
        }
    }
}
