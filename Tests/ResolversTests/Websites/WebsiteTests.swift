import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct WebsiteTests {
    private static let fields = "website { key name primaryUrl status configuration version deletedAt viewerRole }"

    @Test func aWebsiteIsMadeChangedAndConfigured() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.admin.viewer
            let created = try await fixture.mutate(
                "websiteCreate",
                ["key": "shop", "name": " Shop ", "configuration": ["theme": ["dark": true, "font": "x"]]],
                Self.fields + " website { id }",
                as: viewer
            )
            #expect(created["userErrors"] == [])
            #expect(created.at("website.name") == "Shop")
            #expect(created.at("website.status") == "DRAFT")
            #expect(created.at("website.version") == 1)
            let id = try #require(created.at("website.id"))
            let updated = try await fixture.mutate(
                "websiteUpdate",
                [
                    "websiteId": id, "status": "LIVE", "primaryUrl": "https://shop.example.com/start",
                    "expectedVersion": 1,
                ],
                Self.fields,
                as: viewer
            )
            #expect(updated.at("website.status") == "LIVE")
            #expect(updated.at("website.primaryUrl") == "https://shop.example.com/start")
            #expect(updated.at("website.name") == "Shop")
            let configured = try await fixture.mutate(
                "websiteConfigure",
                ["websiteId": id, "configurationPatch": ["theme": ["dark": .null], "n": 1], "expectedVersion": 2],
                Self.fields,
                as: viewer
            )
            #expect(configured.at("website.configuration") == ["theme": ["font": "x"], "n": 1])
            #expect(configured.at("website.version") == 3)
            let cleared = try await fixture.mutate(
                "websiteUpdate",
                ["websiteId": id, "primaryUrl": .null],
                Self.fields,
                as: viewer
            )
            #expect(cleared.at("website.primaryUrl") == .null)
            let audit = try fixture.auditRows("websiteUpdate")
            #expect(audit.first?.old?.contains(#""status": "DRAFT""#) == true)
            #expect(audit.first?.new?.contains(#""status": "LIVE""#) == true)
            #expect(try fixture.auditRows("websiteCreate").count == 1)
            #expect(try fixture.auditRows("websiteConfigure").count == 1)
        }
    }

    @Test func inputsAreRefusedWithTheirCodes() async throws {
        try await TenantFixture.with { fixture in
            let id = try await fixture.website("shop")
            let foreign = JSONValue.string(GlobalID(.website, UUID()).description)
            let long = JSONValue.string(String(repeating: "x", count: 201))
            let big: JSONValue = ["x": .string(String(repeating: "x", count: 17_000))]
            let cases: [(String, JSONObject, String, String)] = [
                ("websiteCreate", ["key": "", "name": "x"], "REQUIRED", "key"),
                ("websiteCreate", ["key": "Shop", "name": "x"], "INVALID", "key"),
                ("websiteCreate", ["key": "-shop", "name": "x"], "INVALID", "key"),
                ("websiteCreate", ["key": "shop", "name": "x"], "TAKEN", "key"),
                ("websiteCreate", ["key": "x", "name": " "], "REQUIRED", "name"),
                ("websiteCreate", ["key": "x", "name": long], "TOO_LONG", "name"),
                ("websiteCreate", ["key": "x", "name": "x", "configuration": [1]], "INVALID", "configuration"),
                ("websiteUpdate", ["websiteId": foreign, "name": "x"], "NOT_FOUND", "websiteId"),
                ("websiteUpdate", ["websiteId": id, "name": .null], "REQUIRED", "name"),
                ("websiteUpdate", ["websiteId": id, "expectedVersion": 7], "STALE_VERSION", "expectedVersion"),
                ("websiteConfigure", ["websiteId": id, "configurationPatch": 1], "INVALID", "configurationPatch"),
                ("websiteConfigure", ["websiteId": id, "configurationPatch": big], "TOO_LONG", "configurationPatch"),
                ("websiteDelete", ["websiteId": foreign], "NOT_FOUND", "websiteId"),
                ("websiteRestore", ["websiteId": id], "NOT_FOUND", "websiteId"),
            ]
            for (mutation, input, code, field) in cases {
                let payload = try await fixture.mutate(mutation, input, as: fixture.first.owner.viewer)
                let expected: JSONValue = [["code": .string(code), "path": ["input", .string(field)]]]
                #expect(payload["userErrors"] == expected, "\(mutation) \(code): \(payload.text)")
            }
        }
    }

    @Test func aDeletedWebsiteGivesItsKeyAway() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.owner.viewer
            let id = try await fixture.website("shop")
            let domain = try await fixture.mutate(
                "websiteDomainAdd",
                ["websiteId": id, "domain": "shop.example.com"],
                as: viewer
            )
            #expect(domain["userErrors"] == [])
            let deleted = try await fixture.mutate("websiteDelete", ["websiteId": id], Self.fields, as: viewer)
            #expect(deleted.at("website.deletedAt") != .null)
            #expect(try await fixture.website(id, "key", as: viewer)["data"] == ["node": .null])
            let again = try await fixture.mutate("websiteDelete", ["websiteId": id], as: viewer)
            #expect(again.userErrorCodes == ["NOT_FOUND"])
            let list = "{ organization { websites(filter: {includeDeleted: true}) { nodes { key } } } }"
            #expect(try await fixture.data(list, as: viewer).at("organization.websites.nodes") == [["key": "shop"]])
            let other = try await fixture.website("shop")
            let taken = try await fixture.mutate("websiteRestore", ["websiteId": id], as: viewer)
            #expect(taken["userErrors"] == [["code": "TAKEN", "path": ["input", "websiteId"]]])
            let gone = try await fixture.mutate("websiteDelete", ["websiteId": other], as: viewer)
            #expect(gone["userErrors"] == [])
            let restored = try await fixture.mutate(
                "websiteRestore",
                ["websiteId": id],
                Self.fields + " website { domains { domain } }",
                as: viewer
            )
            #expect(restored.at("website.deletedAt") == .null, "\(restored.text) \(fixture.log.all)")
            #expect(restored.at("website.domains") == [])
            #expect(try fixture.auditRows("websiteRestore").first?.new == #"{"deleted": false}"#)
        }
    }

    @Test func listsAreFilteredAndOrdered() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let shop = try await fixture.website("shop", ["name": "b Shop"])
            _ = try await fixture.website("blog", ["name": "A Blog"])
            _ = try await fixture.website("docs", ["name": "Docs"])
            _ = try await fixture.mutate(
                "websiteUpdate",
                ["websiteId": shop, "status": "LIVE"],
                as: first.owner.viewer
            )
            try await fixture.grant("EDITOR", on: shop, to: first.member)
            let document = """
                { organization {
                  all: websites(first: 2) { totalCount nodes { key } pageInfo { hasNextPage } }
                  live: websites(filter: {status: [LIVE]}) { nodes { key } }
                  named: websites(filter: {name: {contains: "BLOG"}}) { nodes { key } }
                  mine: websites(filter: {viewerRole: [EDITOR, MANAGER]}) { nodes { key viewerRole } }
                  latest: websites(orderBy: [{field: CREATED_AT, direction: DESC}], first: 1) { nodes { key } } } }
                """
            let data = try await fixture.data(document, as: first.member.viewer)
            let organization = try #require(data["organization"])
            #expect(organization.at("all.totalCount") == 3)
            #expect(organization.at("all.nodes") == [["key": "blog"], ["key": "shop"]])
            #expect(organization.at("all.pageInfo.hasNextPage") == true)
            #expect(organization.at("live.nodes") == [["key": "shop"]])
            #expect(organization.at("named.nodes") == [["key": "blog"]])
            #expect(organization.at("mine.nodes") == [["key": "shop", "viewerRole": "EDITOR"]])
            #expect(organization.at("latest.nodes") == [["key": "docs"]])
            let other = try await fixture.data(
                "{ organization { websites { totalCount } } }",
                as: fixture.second.owner.viewer
            )
            #expect(other.at("organization.websites.totalCount") == 0)
        }
    }

    @Test func moreWebsitesTakeNoMoreStatements() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                { organization { websites { nodes { key configuration domains { domain verificationRecord }
                  members { totalCount nodes { role member { websiteGrants { website { key } } } } } } } } }
                """
            func furnish(_ key: String) async throws {
                let id = try await fixture.website(key)
                try await fixture.grant("VIEWER", on: id, to: fixture.first.member)
                let input: JSONObject = ["websiteId": id, "domain": .string("\(key).example.com")]
                _ = try await fixture.mutate("websiteDomainAdd", input, as: fixture.first.owner.viewer)
            }
            try await furnish("a")
            let one = try await fixture.statements.during {
                _ = try await fixture.data(document, as: fixture.first.owner.viewer)
            }
            for key in ["b", "c", "d"] { try await furnish(key) }
            let many = try await fixture.statements.during {
                _ = try await fixture.data(document, as: fixture.first.owner.viewer)
            }
            #expect(many == one)
        }
    }

    @Test(arguments: [
        "websiteUpdate", "websiteConfigure", "websiteDelete", "websiteRestore", "websiteMemberSet", "websiteDomainAdd",
        "websiteDomainVerify", "websiteDomainRemove",
    ])
    func anotherOrganizationsWebsitesAreMissing(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            var input: JSONObject = ["websiteId": try await fixture.website("shop")]
            if mutation == "websiteConfigure" { input["configurationPatch"] = [:] }
            if mutation == "websiteMemberSet" { input["memberId"] = fixture.second.member.memberGlobalID }
            if mutation.hasPrefix("websiteDomain") { input["domain"] = "shop.example.com" }
            let payload = try await fixture.mutate(mutation, input, as: fixture.second.owner.viewer)
            #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "websiteId"]]])
        }
    }

    /// Of concurrent websites with one key, one is made.
    @Test func aKeyIsOneWebsites() async throws {
        try await TenantFixture.with { fixture in
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await fixture.mutate(
                            "websiteCreate",
                            ["key": "shop", "name": "Shop"],
                            as: fixture.first.owner.viewer
                        ).userErrorCodes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0.isEmpty } == 1)
            #expect(codes.count { $0 == ["TAKEN"] } == 7)
        }
    }
}
