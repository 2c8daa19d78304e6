import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct MemberPagesTests {
    private static let document = """
        query ($first: Int, $after: String, $filter: MemberFilter, $orderBy: [MemberOrder!]) {
          organization {
            members(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
              nodes { id role title user { displayName email } organization { name } employee { number } }
              totalCount
              pageInfo { hasNextPage endCursor }
            }
          }
        }
        """

    /// Nine members with names, titles and ties; the last one has left.
    private static func addMembers(_ organization: TestOrganization, _ owner: OwnerConnection) throws {
        for number in 1...9 {
            let userID = UUID()
            _ = try owner.query("INSERT INTO users (id) VALUES ($1)", [.uuid(userID)])
            _ = try owner.query(
                "INSERT INTO user_profile (user_id, display_name) VALUES ($1, $2)",
                [.uuid(userID), .text("Person \(number % 3)")]
            )
            _ = try owner.query(
                "INSERT INTO user_identifiers (user_id, kind, value, is_primary) VALUES ($1, 'email', $2, true)",
                [.uuid(userID), .text("person\(number)@\(userID.uuidString.prefix(8)).example")]
            )
            _ = try owner.query(
                """
                INSERT INTO organization_members (organization_id, user_id, title, joined_at, ended_at, end_reason)
                VALUES ($1, $2, 'T' || $3, '2026-01-01Z', CASE WHEN $3 = '9' THEN timestamptz '2026-02-01Z' END,
                        CASE WHEN $3 = '9' THEN 'left' END)
                """,
                [.uuid(organization.id), .uuid(userID), .text(String(number))]
            )
        }
    }

    private func members(_ fixture: TenantFixture, _ variables: JSONObject) async throws -> JSONValue {
        let data = try await fixture.data(Self.document, variables, as: fixture.first.member.viewer)
        return try #require(data["organization"]?["members"])
    }

    private func titles(_ page: JSONValue) -> [String] {
        page["nodes"]?.arrayValue?.compactMap { $0["title"]?.stringValue }.sorted() ?? []
    }

    @Test(arguments: [[], ["NAME"], ["ROLE", "NAME"], ["JOINED_AT", "ROLE"]], ["ASC", "DESC"])
    func pagesOfEveryOrderAreTheWholeList(fields: [String], direction: String) async throws {
        try await TenantFixture.with { fixture in
            try Self.addMembers(fixture.first, fixture.owner())
            let orderBy = JSONValue.array(fields.map { ["field": .string($0), "direction": .string(direction)] })
            let whole = try await members(fixture, ["first": 100, "orderBy": orderBy])
            let ids = whole["nodes"]?.arrayValue?.compactMap { $0["id"] }
            #expect(ids?.count == 12)
            #expect(whole["totalCount"] == 12)
            var walked: [JSONValue] = []
            var after = JSONValue.null
            repeat {
                let page = try await members(fixture, ["first": 5, "after": after, "orderBy": orderBy])
                walked += page["nodes"]?.arrayValue?.compactMap { $0["id"] } ?? []
                after = page["pageInfo"]?["hasNextPage"] == true ? page["pageInfo"]?["endCursor"] ?? .null : .null
            } while after != .null
            #expect(walked == ids)
        }
    }

    @Test func theStrongestRoleComesFirst() async throws {
        try await TenantFixture.with { fixture in
            let page = try await members(fixture, ["orderBy": [["field": "ROLE"]]])
            let roles = page["nodes"]?.arrayValue?.compactMap { $0["role"]?.stringValue }
            #expect(roles == ["OWNER", "ADMIN", "MEMBER", "MEMBER"])
        }
    }

    @Test func filtersCombine() async throws {
        try await TenantFixture.with { fixture in
            try Self.addMembers(fixture.first, fixture.owner())
            func found(_ filter: JSONValue) async throws -> [String] {
                titles(try await members(fixture, ["filter": filter]))
            }
            #expect(try await found(["search": "person 1"]) == ["T1", "T4", "T7"])
            #expect(try await found(["search": "PERSON5@"]) == ["T5"])
            #expect(try await found(["search": "t8"]) == ["T8"])
            #expect(try await found(["search": "%"]) == [])
            #expect(try await found(["search": "T9"]) == [])
            #expect(try await found(["search": "T9", "includeEnded": true]) == ["T9"])
            #expect(try await found(["or": [["search": "T1"], ["search": "T2"]]]) == ["T1", "T2"])
            #expect(try await found(["and": [["search": "person 1"], ["search": "T4"]]]) == ["T4"])
            #expect(try await found(["or": []]) == [])
            #expect(try await found(["accessState": ["SUSPENDED"]]) == [])
            let admins = try await members(fixture, ["filter": ["role": ["ADMIN", "OWNER"]]])
            #expect(admins["totalCount"] == 2)
            // The member reaches the own record alone, so that is all that they learn.
            let employees = try await members(fixture, ["filter": ["hasEmployee": true]])
            #expect(employees["nodes"]?.arrayValue?.compactMap { $0["employee"] } == [["number": "E-3"]])
        }
    }

    @Test func membersOfOtherOrganizationsNeverShow() async throws {
        try await TenantFixture.with { fixture in
            try Self.addMembers(fixture.second, fixture.owner())
            for filter in [["includeEnded": true], ["search": "Person"], ["role": ["OWNER"]]] as [JSONValue] {
                let page = try await members(fixture, ["first": 100, "filter": filter])
                let names = page["nodes"]?.arrayValue?.compactMap { $0["organization"]?["name"]?.stringValue }
                #expect(Set(names ?? []).isSubset(of: ["First"]), "\(filter.text)")
            }
        }
    }

    @Test func aPageTakesAConstantNumberOfStatements() async throws {
        try await TenantFixture.with { fixture in
            let few = try await fixture.statements.during { _ = try await members(fixture, [:]) }
            try Self.addMembers(fixture.first, fixture.owner())
            let many = try await fixture.statements.during { _ = try await members(fixture, [:]) }
            #expect(many == few)
        }
    }

    @Test func theOwnerIsTheOwner() async throws {
        try await TenantFixture.with { fixture in
            let data = try await fixture.data("{ organization { owner { id role } } }", as: fixture.first.member.viewer)
            let id = GlobalID(.member, fixture.first.owner.memberID).description
            #expect(data["organization"]?["owner"] == ["id": .string(id), "role": "OWNER"])
        }
    }

    @Test func deepFiltersAreRefused() async throws {
        try await TenantFixture.with { fixture in
            var filter: JSONValue = ["search": "x"]
            for _ in 0..<8 { filter = ["and": [filter]] }
            let response = try await fixture.execute(
                Self.document,
                ["filter": filter],
                as: fixture.first.member.viewer
            )
            #expect(response.errorCode == "BAD_USER_INPUT")
        }
    }
}
