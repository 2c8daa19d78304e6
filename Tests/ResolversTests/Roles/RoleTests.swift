import Auth
import FoundationEssentials
import JSON
import Schema
import Testing

@Suite struct RoleTests {
    private static let fields = "role { id key name permissions isSystem version memberCount }"

    @Test func rolesAreMadeChangedAndDeleted() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.admin.viewer
            let created = try await fixture.mutate(
                "roleCreate",
                ["key": "hr_clerk", "name": " HR clerk ", "permissions": ["employee.create", "org.read", "org.read"]],
                Self.fields,
                as: viewer
            )
            #expect(created["userErrors"] == [])
            let id = try #require(created.at("role.id"))
            #expect(
                created["role"] == [
                    "id": id, "key": "hr_clerk", "name": "HR clerk", "permissions": ["org.read", "employee.create"],
                    "isSystem": false, "version": 1, "memberCount": 0,
                ]
            )
            let taken = try await fixture.mutate(
                "roleCreate",
                ["key": "hr_clerk", "name": "x", "permissions": []],
                as: viewer
            )
            #expect(taken["userErrors"] == [["code": "TAKEN", "path": ["input", "key"]]])
            let updated = try await fixture.mutate(
                "roleUpdate",
                ["roleId": id, "permissions": [], "expectedVersion": 1],
                Self.fields,
                as: viewer
            )
            #expect(updated.at("role.permissions") == [])
            #expect(updated.at("role.name") == "HR clerk")
            let stale = try await fixture.mutate(
                "roleUpdate",
                ["roleId": id, "name": "x", "expectedVersion": 1],
                as: viewer
            )
            #expect(stale.userErrorCodes == ["STALE_VERSION"])
            let deleted = try await fixture.mutate("roleDelete", ["roleId": id], "deletedRoleId", as: viewer)
            #expect(deleted["deletedRoleId"] == id)
            let again = try await fixture.mutate("roleDelete", ["roleId": id], as: viewer)
            #expect(again["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "roleId"]]])
            let free = try await fixture.mutate(
                "roleCreate",
                ["key": "hr_clerk", "name": "x", "permissions": []],
                as: viewer
            )
            #expect(free.userErrorCodes == [])
            for action in ["roleCreate", "roleUpdate", "roleDelete"] {
                #expect(try !fixture.auditRows(action).isEmpty)
            }
        }
    }

    @Test("Only grantable permissions of the granter are handed on (case 18)")
    func onlyGrantablePermissionsOfTheGranterAreHandedOn() async throws {
        try await TenantFixture.with { fixture in
            for viewer in [fixture.first.owner.viewer, fixture.first.admin.viewer] {
                let payload = try await fixture.mutate(
                    "roleCreate",
                    [
                        "key": "x", "name": "x",
                        "permissions": ["org.read", "org.archive", "nothing", "platform.act_as"],
                    ],
                    as: viewer
                )
                #expect(
                    payload["userErrors"] == [
                        ["code": "ROLE_ESCALATION", "path": ["input", "permissions", "1"]],
                        ["code": "INVALID", "path": ["input", "permissions", "2"]],
                        ["code": "ROLE_ESCALATION", "path": ["input", "permissions", "3"]],
                    ]
                )
            }
        }
    }

    @Test(arguments: ["", "Owner", "owner", "admin", "1st", "_x", "a b", "é", String(repeating: "a", count: 64)])
    func keysHaveAForm(key: String) async throws {
        try await TenantFixture.with { fixture in
            let payload = try await fixture.mutate(
                "roleCreate",
                ["key": .string(key), "name": "x", "permissions": []],
                as: fixture.first.owner.viewer
            )
            #expect(payload["userErrors"]?[0]?["path"] == ["input", "key"])
        }
    }

    @Test func membersMayReadRolesAndNotManageThem() async throws {
        try await TenantFixture.with { fixture in
            let id = try fixture.role("auditor", ["audit.read"], of: [fixture.first.manager])
            let data = try await fixture.data(
                "{ organization { roles { totalCount nodes { id key memberCount } } } }",
                as: fixture.first.member.viewer
            )
            #expect(data.at("organization.roles.nodes") == [["id": id, "key": "auditor", "memberCount": 1]])
            for mutation in ["roleUpdate", "roleDelete"] {
                let denied = try await fixture.response(mutation, ["roleId": id], as: fixture.first.member.viewer)
                #expect(denied.errorCode == "FORBIDDEN")
                let foreign = try await fixture.mutate(mutation, ["roleId": id], as: fixture.second.owner.viewer)
                #expect(foreign["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "roleId"]]])
            }
            let others = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { id } organization { roles { totalCount } } }",
                ["id": id],
                as: fixture.second.owner.viewer
            )
            #expect(others["node"] == .null)
            #expect(others.at("organization.roles.totalCount") == 0)
        }
    }

    @Test("A role in use stays, and its change makes tokens stale (case 21)")
    func aRoleInUseStaysAndItsChangeMakesTokensStale() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let id = try fixture.role("auditor", ["audit.read"], of: [first.member])
            let inUse = try await fixture.mutate("roleDelete", ["roleId": id], as: first.owner.viewer)
            #expect(inUse["userErrors"] == [["code": "IN_USE", "path": ["input", "roleId"]]])
            let viewer = first.member.viewer(role: .member, customPermissions: [.auditRead])
            let renamed: JSONObject = ["roleId": id, "name": "Auditors"]
            _ = try await fixture.mutate("roleUpdate", renamed, as: first.owner.viewer)
            #expect(try await fixture.execute("{ viewer { member { id } } }", as: viewer).errorCode == nil)
            let changed: JSONObject = ["roleId": id, "permissions": ["stats.read"]]
            _ = try await fixture.mutate("roleUpdate", changed, as: first.owner.viewer)
            #expect(try await fixture.execute("{ viewer { member { id } } }", as: viewer).errorCode == "TOKEN_STALE")
        }
    }

    /// One of them takes the role, or one of them deletes it: never both.
    @Test func aRoleIsNotDeletedWhileItIsGiven() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let first = fixture.first
            for number in 0..<6 {
                let id = try fixture.role("role_\(number)", ["audit.read"])
                async let deleted = fixture.mutate("roleDelete", ["roleId": id], as: first.owner.viewer)
                async let given = fixture.mutate(
                    "memberUpdate",
                    ["memberId": first.member.memberGlobalID, "roleIds": [id]],
                    as: first.admin.viewer
                )
                let codes = try await [deleted.codes, given.codes]
                #expect([[[], ["NOT_FOUND"]], [["IN_USE"], []]].contains(codes), "\(codes)")
            }
        }
    }

    @Test func theCatalogueIsForEverybodySignedIn() async throws {
        try await TenantFixture.with { fixture in
            let document = "{ permissions { code description grantable defaultRoles } }"
            let data = try await fixture.data(document, as: fixture.first.member.viewer)
            let definitions = data["permissions"]?.arrayValue ?? []
            #expect(definitions.count == Permission.allCases.count)
            #expect(
                definitions.first { $0["code"] == "admin.revoke" } == [
                    "code": "admin.revoke", "description": "Revoke admin", "grantable": false,
                    "defaultRoles": ["OWNER", "ADMIN"],
                ]
            )
            #expect(try await fixture.execute(document, as: nil).errorCode == "UNAUTHENTICATED")
        }
    }
}
