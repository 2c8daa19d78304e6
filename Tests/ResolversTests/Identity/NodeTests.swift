import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct NodeTests {
    private static let document = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"

    /// One id of every kind that the organization has.
    private static func ids(_ organization: TestOrganization) -> [GlobalID] {
        let person = organization.member
        return [
            GlobalID(.user, person.userID), GlobalID(.session, person.viewer.claims.sessionID),
            GlobalID(.organization, organization.id), GlobalID(.member, person.memberID),
            GlobalID(.employee, person.employeeID),
        ]
    }

    private static func variables(_ ids: [GlobalID]) -> JSONObject {
        ["ids": .array(ids.map { .string($0.description) })]
    }

    @Test func nodesComeInOrderWithOneStatementPerKind() async throws {
        try await TenantFixture.with { fixture in
            let own = Self.ids(fixture.first)
            let more = [GlobalID(.member, fixture.first.owner.memberID), GlobalID(.user, fixture.first.owner.userID)]
            var nodes: [JSONValue] = []
            let statements = try await fixture.statements.during {
                let answer = try await fixture.data(
                    Self.document,
                    Self.variables(own + more + [own[0]]),
                    as: fixture.first.member.viewer
                )
                nodes = answer["nodes"]?.arrayValue ?? []
            }
            let names = ["User", "Session", "Organization", "Member", "Employee", "Member", "User", "User"]
            let expected = zip(names, own + more + [own[0]]).map { name, id -> JSONValue in
                ["__typename": .string(name), "id": .string(id.description)]
            }
            #expect(nodes == expected)
            #expect(statements.count == 5, "\(statements)")
        }
    }

    @Test func foreignAndMalformedIdsAreNull() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.owner.viewer
            let foreign = Self.ids(fixture.second)
            let answer = try await fixture.data(Self.document, Self.variables(foreign), as: viewer)
            #expect(answer["nodes"] == .array(foreign.map { _ in .null }))
            for id in foreign.map(\.description) + ["", "nonsense", GlobalID(.member, UUID()).description] {
                let single = "query ($id: ID!) { node(id: $id) { id } }"
                #expect(try await fixture.data(single, ["id": .string(id)], as: viewer)["node"] == .null)
            }
            // Another person's session is nobody else's, even in the same organization.
            let session = Self.ids(fixture.first)[1]
            let others = try await fixture.data(Self.document, Self.variables([session]), as: viewer)
            #expect(others["nodes"] == [nil])
        }
    }

    @Test func employeesOutOfReachAreNull() async throws {
        try await TenantFixture.with { fixture in
            let ids = [fixture.first.member.employeeGlobalID, fixture.first.admin.employeeGlobalID]
            let answer = try await fixture.data(Self.document, Self.variables(ids), as: fixture.first.manager.viewer)
            #expect(answer["nodes"]?[0]?["id"] == .string(ids[0].description))
            #expect(answer["nodes"]?[1] == .null)
        }
    }

    @Test func publicOrganizationsOfOthersStayOut() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "UPDATE organizations SET is_public = true WHERE id = $1",
                [.uuid(fixture.second.id)]
            )
            let id = GlobalID(.organization, fixture.second.id)
            let answer = try await fixture.data(Self.document, Self.variables([id]), as: fixture.first.owner.viewer)
            #expect(answer["nodes"] == [nil])
        }
    }

    @Test func moreThanAHundredIdsAreRefused() async throws {
        try await TenantFixture.with { fixture in
            let ids = (0...100).map { _ in GlobalID(.member, UUID()) }
            let response = try await fixture.execute(
                Self.document,
                Self.variables(ids),
                as: fixture.first.owner.viewer
            )
            #expect(response.errorCode == "BAD_USER_INPUT")
            let anonymous = try await fixture.execute(Self.document, Self.variables([]), as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func colleaguesAreSeenAsColleagues() async throws {
        try await TenantFixture.with { fixture in
            let colleague = fixture.first.owner
            _ = try fixture.owner().query(
                """
                INSERT INTO user_identifiers (user_id, kind, value, is_primary)
                VALUES ($1, 'email', 'boss@example.com', true), ($1, 'username', 'boss', true)
                """,
                [.uuid(colleague.userID)]
            )
            _ = try fixture.owner().query(
                "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(colleague.userID)]
            )
            let document = "query ($id: ID!) { node(id: $id) { ... on User { email username state emailVerified } } }"
            let variables: JSONObject = ["id": .string(GlobalID(.user, colleague.userID).description)]
            let answer = try await fixture.data(document, variables, as: fixture.first.member.viewer)
            #expect(
                answer["node"] == [
                    "email": "boss@example.com", "username": "boss", "state": "SUSPENDED", "emailVerified": false,
                ]
            )
        }
    }
}
