import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct ViewerTests {
    @Test func anonymousCallersSeeTheServerAndNoViewer() async throws {
        try await TenantFixture.with { fixture in
            let document = "{ viewer { user { id } } server { version time limits { maxPageSize maxBulkItems } } }"
            let now = try #require(Timestamp(rfc3339: "2026-01-31T08:30:00Z"))
            let data = try await fixture.data(document, as: nil, now: now)
            #expect(data["viewer"] == .null)
            #expect(data["server"]?["time"] == "2026-01-31T08:30:00Z")
            #expect(data["server"]?["limits"] == ["maxPageSize": 100, "maxBulkItems": 200])
            #expect(try await fixture.execute("{ organization { id } }", as: nil).errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func theViewerSeesThemselvesInTheirOrganization() async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.first.member
            let document = """
                { viewer {
                    user { id displayName } session { id isCurrent } sessions { id }
                    organization { name state } member { id role accessState } employee { number }
                    permissions { code scope } isPlatformAdmin
                } }
                """
            let viewer = try #require(try await fixture.data(document, as: person.viewer)["viewer"])
            #expect(viewer["user"]?["id"] == .string(GlobalID(.user, person.userID).description))
            let session: JSONValue = .string(GlobalID(.session, person.viewer.claims.sessionID).description)
            #expect(viewer["session"] == ["id": session, "isCurrent": true])
            #expect(viewer["sessions"] == [["id": session]])
            #expect(viewer["organization"] == ["name": "First", "state": "ACTIVE"])
            let member = GlobalID(.member, person.memberID).description
            #expect(viewer["member"] == ["id": .string(member), "role": "MEMBER", "accessState": "ACTIVE"])
            #expect(viewer["employee"] == ["number": "E-3"])
            #expect(viewer["isPlatformAdmin"] == false)
            let permissions = viewer["permissions"]?.arrayValue ?? []
            #expect(permissions.contains(["code": "member.read", "scope": "ORGANIZATION"]))
            #expect(!permissions.contains { $0["code"] == "org.update" })
        }
    }

    @Test func membershipsShowTheirOrganizationsAndLeakNothingElse() async throws {
        try await TenantFixture.with { fixture in
            let (person, here, there) = (fixture.first.member, fixture.first, fixture.second)
            let elsewhere = UUID()
            _ = try fixture.owner().query(
                """
                INSERT INTO organization_members (organization_id, id, user_id, joined_at)
                VALUES ($1, $2, $3, '2000-01-01Z')
                """,
                [.uuid(there.id), .uuid(elsewhere), .uuid(person.userID)]
            )
            try there.insertEmployee(UUID(), number: "S-9", member: elsewhere, fixture.owner())
            let document = """
                { viewer { memberships {
                    role employee { number } user { displayName }
                    organization { id name state members { totalCount } employees { totalCount } departments { totalCount } owner { id } }
                } } }
                """
            let memberships = try await fixture.data(document, as: person.viewer)["viewer"]?["memberships"]
            #expect(memberships?.arrayValue?.count == 2)
            #expect(memberships?[0]?["organization"]?["id"] == .string(GlobalID(.organization, here.id).description))
            #expect(memberships?[0]?["employee"] == ["number": "E-3"])
            #expect(memberships?[0]?["organization"]?["members"] == ["totalCount": 4])
            let expected: JSONValue = [
                "role": "MEMBER", "employee": nil, "user": ["displayName": "Somebody"],
                "organization": [
                    "id": .string(GlobalID(.organization, there.id).description), "name": "Second", "state": "ACTIVE",
                    "members": nil, "employees": nil, "departments": nil, "owner": nil,
                ],
            ]
            #expect(memberships?[1] == expected)
        }
    }

    @Test func aChangedMembershipMakesTheTokenStale() async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.first.member
            _ = try fixture.owner().query(
                "UPDATE organization_members SET authz_epoch = authz_epoch + 1 WHERE id = $1",
                [.uuid(person.memberID)]
            )
            for document in [
                "{ organization { id } }", "{ viewer { user { id } } }", "{ viewer { memberships { id } } }",
                "{ node(id: \"\(GlobalID(.member, person.memberID))\") { id } }",
            ] {
                #expect(
                    try await fixture.execute(document, as: person.viewer).errorCode == "TOKEN_STALE",
                    "\(document)"
                )
            }
        }
    }

    @Test(arguments: [
        ("suspensions", "suspended_by, reason", "$2, 'unpaid'", "TENANT_SUSPENDED"),
        ("archives", "archived_by", "$2", "TENANT_ARCHIVED"),
    ])
    func aClosedOrganizationAnswersItsState(table: String, columns: String, values: String, code: String) async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "INSERT INTO organization_\(table) (organization_id, \(columns)) VALUES ($1, \(values))",
                [.uuid(fixture.first.id), .uuid(UUID())]
            )
            let response = try await fixture.execute("{ organization { id } }", as: fixture.first.owner.viewer)
            #expect(response.errorCode == code)
            _ = try await fixture.data("{ organization { id } }", as: fixture.second.owner.viewer)
        }
    }
}
