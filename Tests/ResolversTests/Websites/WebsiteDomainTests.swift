import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct WebsiteDomainTests {
    private static let fields = "domain { domain verified verifiedAt verificationRecord }"

    /// The name and text of the record that a payload asks for.
    private func record(_ payload: JSONValue) throws -> (name: String, text: String) {
        let line = try #require(payload.at("domain.verificationRecord")?.stringValue)
        let parts = line.split(separator: " TXT ").map(String.init)
        return (String(parts[0].dropLast()), parts[1].replacing("\"", with: ""))
    }

    @Test func aDomainIsClaimedShownAndReleased() async throws {
        let records = TestTextRecords()
        try await TenantFixture.with(textRecords: records) { fixture in
            let viewer = fixture.first.admin.viewer
            let site = try await fixture.website("shop")
            let input: JSONObject = ["websiteId": site, "domain": "Shop.Example.com."]
            let claimed = try await fixture.mutate("websiteDomainAdd", input, Self.fields, as: viewer)
            #expect(claimed["userErrors"] == [])
            #expect(claimed.at("domain.domain") == "shop.example.com")
            #expect(claimed.at("domain.verified") == false)
            let early = try await fixture.mutate("websiteDomainVerify", input, Self.fields, as: viewer)
            #expect(early["userErrors"] == [["code": "DOMAIN_NOT_VERIFIED", "path": ["input", "domain"]]])
            let (name, text) = try record(claimed)
            #expect(name == "_rollcall-verification.shop.example.com")
            records.publish("v=spf1 -all", at: name)
            records.publish(text, at: name)
            let verified = try await fixture.mutate("websiteDomainVerify", input, Self.fields, as: viewer)
            #expect(verified["userErrors"] == [])
            #expect(verified.at("domain.verified") == true)
            #expect(verified.at("domain.verifiedAt") != .null)
            records.fallSilent()
            let again = try await fixture.mutate("websiteDomainVerify", input, Self.fields, as: viewer)
            #expect(again.at("domain.verified") == true)
            let read = try await fixture.website(site, "domains { domain verified }", as: fixture.first.member.viewer)
            #expect(read.at("data.node.domains") == [["domain": "shop.example.com", "verified": true]])
            let removed = try await fixture.mutate("websiteDomainRemove", input, "removedDomain", as: viewer)
            #expect(removed["removedDomain"] == "shop.example.com")
            let missing = try await fixture.mutate("websiteDomainRemove", input, as: viewer)
            #expect(missing["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "domain"]]])
            for action in ["websiteDomainAdd", "websiteDomainVerify", "websiteDomainRemove"] {
                #expect(try fixture.auditRows(action).count == 1, "\(action)")
            }
        }
    }

    @Test func namesThatAreNoneAreRefused() async throws {
        try await TenantFixture.with { fixture in
            let site = try await fixture.website("shop")
            let label = String(repeating: "a", count: 64)
            for name in [
                "example", "-a.example.com", "a-.example.com", "a..example.com", "192.0.2.1", "exa mple.com",
                "exämple.com", "a_b.example.com", "\(label).com", "https://example.com",
            ] {
                let payload = try await fixture.mutate(
                    "websiteDomainAdd",
                    ["websiteId": site, "domain": .string(name)],
                    as: fixture.first.owner.viewer
                )
                #expect(payload["userErrors"] == [["code": "INVALID", "path": ["input", "domain"]]], "\(name)")
            }
            let empty = try await fixture.mutate(
                "websiteDomainAdd",
                ["websiteId": site, "domain": " "],
                as: fixture.first.owner.viewer
            )
            #expect(empty.userErrorCodes == ["REQUIRED"])
        }
    }

    /// Across all organizations; nothing else of the other's claim is told.
    @Test func aDomainIsClaimedOnce() async throws {
        try await TenantFixture.with { fixture in
            let site = try await fixture.website("shop")
            let payload = try await fixture.mutate(
                "websiteCreate",
                ["key": "shop", "name": "Shop"],
                "website { id }",
                as: fixture.second.owner.viewer
            )
            let other = try #require(payload.at("website.id"))
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for (id, viewer) in [(site, fixture.first.owner.viewer), (other, fixture.second.owner.viewer)] {
                    group.addTask {
                        try await fixture.mutate(
                            "websiteDomainAdd",
                            ["websiteId": id, "domain": "shop.example.com"],
                            as: viewer
                        ).userErrorCodes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(codes) == [[], ["TAKEN"]])
        }
    }

    @Test func silentNameServersVerifyNothing() async throws {
        let records = TestTextRecords()
        try await TenantFixture.with(textRecords: records) { fixture in
            let site = try await fixture.website("shop")
            let input: JSONObject = ["websiteId": site, "domain": "shop.example.com"]
            _ = try await fixture.mutate("websiteDomainAdd", input, as: fixture.first.owner.viewer)
            records.fallSilent()
            let payload = try await fixture.mutate("websiteDomainVerify", input, as: fixture.first.owner.viewer)
            #expect(payload.userErrorCodes == ["DOMAIN_NOT_VERIFIED"])
        }
    }

    @Test func claimsThatNobodyVerifiedLapse() async throws {
        let records = TestTextRecords()
        try await TenantFixture.with(textRecords: records) { fixture in
            let site = try await fixture.website("shop")
            func claim(_ domain: String, daysAgo: Int64) async throws -> JSONValue {
                let document = """
                    mutation ($input: WebsiteDomainAddInput!) { websiteDomainAdd(input: $input) {
                      \(Self.fields) userErrors { code } } }
                    """
                let data = try await fixture.data(
                    document,
                    ["input": ["websiteId": site, "domain": .string(domain)]],
                    as: fixture.first.owner.viewer,
                    now: .now().adding(days: -daysAgo)
                )
                return try #require(data["websiteDomainAdd"])
            }
            _ = try await claim("old.example.com", daysAgo: 8)
            _ = try await claim("new.example.com", daysAgo: 6)
            let (name, text) = try record(try await claim("shown.example.com", daysAgo: 8))
            records.publish(text, at: name)
            _ = try await fixture.mutate(
                "websiteDomainVerify",
                ["websiteId": site, "domain": "shown.example.com"],
                as: fixture.first.owner.viewer
            )
            _ = try fixture.owner().query("INSERT INTO jobs (kind) VALUES ('domain_claims_expire')")
            _ = try await fixture.deliverMail()
            let domains = try fixture.owner().query("SELECT domain FROM website_domains ORDER BY domain")
            #expect(domains.map { $0.string(0) } == ["new.example.com", "shown.example.com"])
        }
    }
}
