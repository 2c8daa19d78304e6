import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// A role on a website gives permissions on that website alone.
@Suite struct WebsiteRoleTests {
    private static let operations: [(String, JSONObject)] = [
        ("websiteUpdate", ["name": "New name"]),
        ("websiteConfigure", ["configurationPatch": ["a": 1]]),
        ("websiteDomainAdd", ["domain": "shop.example.com"]),
        ("websiteDomainRemove", ["domain": "shop.example.com"]),
        ("websiteMemberSet", [:]),
        ("websiteDelete", [:]),
    ]

    @Test(arguments: [
        ("VIEWER", []), ("EDITOR", ["websiteUpdate"]),
        (
            "MANAGER",
            ["websiteUpdate", "websiteConfigure", "websiteDomainAdd", "websiteDomainRemove", "websiteMemberSet"]
        ),
    ])
    func rolesGiveWhatTheyShould(role: String, allowed: [String]) async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let site = try await fixture.website("shop")
            let other = try await fixture.website("blog")
            try await fixture.grant(role, on: site, to: first.member)
            for (mutation, options) in Self.operations {
                var input = options
                if mutation == "websiteMemberSet" { input["memberId"] = first.manager.memberGlobalID }
                for id in [site, other, .string(GlobalID(.website, UUID()).description), "x"] {
                    input["websiteId"] = id
                    let response = try await fixture.response(mutation, input, as: first.member.viewer)
                    let isAllowed = id == site && allowed.contains(mutation)
                    #expect((response.errorCode == "FORBIDDEN") != isAllowed, "\(role) \(mutation) \(response.text)")
                    if isAllowed { #expect(response["data"]?[mutation]?["userErrors"] == [], "\(response.text)") }
                }
            }
        }
    }

    /// Who may not, hears so before what is wrong with the input.
    @Test func permissionComesBeforeTheInput() async throws {
        try await TenantFixture.with { fixture in
            let site = try await fixture.website("shop")
            let response = try await fixture.response(
                "websiteUpdate",
                ["websiteId": site, "name": ""],
                as: fixture.first.member.viewer
            )
            #expect(response.errorCode == "FORBIDDEN")
            try await fixture.grant("EDITOR", on: site, to: fixture.first.member)
            let payload = try await fixture.mutate(
                "websiteUpdate",
                ["websiteId": site, "name": ""],
                as: fixture.first.member.viewer
            )
            #expect(payload.userErrorCodes == ["REQUIRED"])
        }
    }

    @Test func configurationIsForThoseWhoMayConfigure() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let site = try await fixture.website("shop", ["configuration": ["a": 1]])
            _ = try await fixture.website("blog")
            _ = try await fixture.mutate(
                "websiteDomainAdd",
                ["websiteId": site, "domain": "shop.example.com"],
                as: first.owner.viewer
            )
            let fields = "key configuration domains { domain verificationRecord }"
            let refused = try await fixture.website(site, fields, as: first.member.viewer)
            #expect(
                refused.at("data.node")
                    == [
                        "key": "shop", "configuration": .null,
                        "domains": [["domain": "shop.example.com", "verificationRecord": .null]],
                    ]
            )
            let codes = refused["errors"]?.arrayValue?.compactMap { $0.at("extensions.code")?.stringValue }
            #expect(codes == ["FORBIDDEN", "FORBIDDEN"])
            try await fixture.grant("MANAGER", on: site, to: first.member)
            let list = "{ organization { websites { nodes { key configuration } } } }"
            #expect(
                try await fixture.data(list, as: first.member.viewer).at("organization.websites.nodes")
                    == [["key": "blog", "configuration": .null], ["key": "shop", "configuration": ["a": 1]]]
            )
        }
    }

    @Test func grantsAreSetChangedListedAndRemoved() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let site = try await fixture.website("shop")
            let input: JSONObject = ["websiteId": site, "memberId": first.member.memberGlobalID]
            func set(_ role: JSONValue) async throws -> JSONValue {
                var input = input
                input["role"] = role
                let fields = "grant { id role website { key } member { id } }"
                return try await fixture.mutate("websiteMemberSet", input, fields, as: first.admin.viewer)
            }
            let given = try await set("VIEWER")
            #expect(given.at("grant.role") == "VIEWER")
            #expect(given.at("grant.website.key") == "shop")
            #expect(given.at("grant.member.id") == first.member.memberGlobalID)
            let changed = try await set("EDITOR")
            #expect(changed.at("grant.id") == given.at("grant.id"))
            let document = """
                query ($id: ID!, $grant: ID!) { node(id: $id) { ... on Website {
                  members { totalCount nodes { role member { websiteGrants { role } } } } } }
                  grant: node(id: $grant) { ... on WebsiteGrant { role } } }
                """
            let variables: JSONObject = ["id": site, "grant": try #require(given.at("grant.id"))]
            let data = try await fixture.data(document, variables, as: first.manager.viewer)
            #expect(
                data.at("node.members")
                    == [
                        "totalCount": 1,
                        "nodes": [["role": "EDITOR", "member": ["websiteGrants": [["role": "EDITOR"]]]]],
                    ]
            )
            #expect(data["grant"] == ["role": "EDITOR"])
            let foreign = try await fixture.data(document, variables, as: fixture.second.owner.viewer)
            #expect(foreign == ["node": .null, "grant": .null])
            for _ in 0..<2 {
                let removed = try await set(.null)
                #expect(removed["userErrors"] == [])
                #expect(removed["grant"] == .null)
            }
            #expect(try fixture.owner().query("SELECT FROM website_members").isEmpty)
            #expect(try fixture.auditRows("websiteMemberSet")[1].old?.contains(#""role": "VIEWER""#) == true)
        }
    }

    @Test func strangersGetNoRole() async throws {
        try await TenantFixture.with { fixture in
            let site = try await fixture.website("shop")
            let missing = JSONValue.string(GlobalID(.member, UUID()).description)
            for member in [fixture.second.member.memberGlobalID, missing, "x"] {
                let payload = try await fixture.mutate(
                    "websiteMemberSet",
                    ["websiteId": site, "memberId": member, "role": "VIEWER"],
                    as: fixture.first.owner.viewer
                )
                #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "memberId"]]])
            }
        }
    }

    /// Nobody hands on what they lack, or changes a peer.
    @Test func escalationIsRefused() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let site = try await fixture.website("shop")
            try await fixture.grant("MANAGER", on: site, to: first.member)
            try await fixture.grant("MANAGER", on: site, to: first.manager)
            func set(_ person: TestPerson, _ role: JSONValue, as viewer: Viewer) async throws -> JSONValue {
                try await fixture.mutate(
                    "websiteMemberSet",
                    ["websiteId": site, "memberId": person.memberGlobalID, "role": role],
                    as: viewer
                )
            }
            let peer = try await set(first.manager, "VIEWER", as: first.member.viewer)
            #expect(peer["userErrors"] == [["code": "FORBIDDEN", "path": ["input", "memberId"]]])
            #expect(try await set(first.admin, "MANAGER", as: first.member.viewer)["userErrors"] == [])
            #expect(try await set(first.member, "EDITOR", as: first.member.viewer)["userErrors"] == [])
            _ = try fixture.role("helper", ["website.member.manage"], of: [first.member])
            let helper = first.member.viewer(role: .member, customPermissions: [.websiteMemberManage])
            _ = try await set(first.member, .null, as: first.owner.viewer)
            let more = try await set(first.member, "MANAGER", as: helper)
            #expect(more["userErrors"] == [["code": "ROLE_ESCALATION", "path": ["input", "role"]]])
            #expect(try await set(first.member, "VIEWER", as: helper)["userErrors"] == [])
        }
    }

    @Test func rolesEndWithTheMembership() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let site = try await fixture.website("shop")
            try await fixture.grant("MANAGER", on: site, to: first.member)
            let removed = try await fixture.mutate(
                "memberRemove",
                ["memberId": first.member.memberGlobalID],
                as: first.owner.viewer
            )
            #expect(removed["userErrors"] == [])
            #expect(try fixture.owner().query("SELECT FROM website_members").isEmpty)
        }
    }

    @Test func rolesEndWithAnArchivedPerson() async throws {
        try await TenantFixture.with { fixture in
            let site = try await fixture.website("shop")
            try await fixture.grant("MANAGER", on: site, to: fixture.first.member)
            let platformAdmin = try TestPlatformAdmin(fixture)
            let user = JSONValue.string(GlobalID(.user, fixture.first.member.userID).description)
            let archived = try await fixture.mutate(
                "platformUserArchive",
                ["userId": user, "reason": "asked for it"],
                as: platformAdmin.viewer
            )
            #expect(archived["userErrors"] == [])
            #expect(try fixture.owner().query("SELECT FROM website_members").isEmpty)
        }
    }
}
