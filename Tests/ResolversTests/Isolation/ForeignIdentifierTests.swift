import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Testing

/// What one organization has, another cannot tell from what nobody has: in every ID of every argument of every field,
/// however deep in inputs and lists, as the schema has them.
@Suite struct ForeignIdentifierTests {
    /// Mutations that do not say `NOT_FOUND` at an ID of nothing, and why.
    private static let answersOtherwise: [String: String] = [:]

    private static func places(_ organizations: FurnishedOrganizations) throws -> IdentifierPlaces {
        let schema = try GraphQLEngine.Schema.rollcall()
        let named: JSONObject = [
            "identifier": .string(FurnishedOrganizations.ownersAddress),
            "password": .string(FurnishedOrganizations.password),
            "email": "nobody@nowhere.example",
            "domain": "www.nowhere.example",
            "by": ["number": "E-21"],
        ]
        // The last member is not the owner, who is changed by nobody.
        let own = organizations.second.identifiers.compactMapValues(\.last)
        return IdentifierPlaces(schema, SampleInputs(schema, named: named, identifiers: own))
    }

    /// What the fixture's API says to a viewer of one ID in one place.
    private struct Trial {
        let fixture: TenantFixture
        let viewer: Viewer
        let connection: OwnerConnection

        init(_ fixture: TenantFixture, as viewer: Viewer) throws {
            self.fixture = fixture
            self.viewer = viewer
            connection = try fixture.owner()
        }

        func answer(_ identifier: String, at place: IdentifierPlace) async throws -> String {
            // What throttles count would make equal attempts unequal.
            if place.isMutation { try connection.execute("DELETE FROM auth_events") }
            let variables = place.variables(.string(identifier))
            let text = try await fixture.execute(place.document, variables, as: viewer).text
            return text.replacing(identifier, with: "IDENTIFIER")
        }

        func answerOfMissing(_ kind: NodeKind, at place: IdentifierPlace) async throws -> String {
            try await answer(GlobalID(kind, UUID()).description, at: place)
        }
    }

    @Test("Foreign identifiers answer as missing ones, in every argument (case 24)")
    func foreignIdentifiersAnswerAsMissingOnes() async throws {
        try await TenantFixture.with { fixture in
            let organizations = try await FurnishedOrganizations(into: fixture)
            let places = try Self.places(organizations)
            #expect(places.unreachable == [], "Give samples for the arguments on the way there.")
            #expect(places.all.count >= 40)
            let before = try Self.contents(of: organizations.first, fixture)
            let trial = try Trial(fixture, as: organizations.second.owner)
            let known = organizations.first.identifiers.values.joined()
            for place in places.all {
                for (kind, identifiers) in organizations.first.identifiers {
                    let missing = try await trial.answerOfMissing(kind, at: place)
                    let answer = try await trial.answer(try #require(identifiers.first), at: place)
                    #expect(answer == missing, "\(place) tells a foreign \(kind) from a missing one")
                    #expect(!known.contains { answer.contains($0) }, "\(place) shows another organization's id")
                    Self.expectNotFound(missing, at: place)
                }
            }
            #expect(try Self.contents(of: organizations.first, fixture) == before)
        }
    }

    private static func expectNotFound(_ answer: String, at place: IdentifierPlace) {
        guard place.isMutation else { return }
        if place.isForPlatform {
            #expect(answer.contains(#""FORBIDDEN""#), "\(place) answers \(answer)")
            return
        }
        let isListed = answersOtherwise.keys.contains(place.description)
        #expect(
            answer.contains(#""NOT_FOUND""#) != isListed,
            "\(place) answers \(answer): mend the sample, or say in answersOtherwise why it should."
        )
    }

    /// Without this the comparison could be one of two refusals that have nothing to do with the ID.
    @Test func ownIdentifiersAreToldFromMissingOnes() async throws {
        try await TenantFixture.with { fixture in
            let organizations = try await FurnishedOrganizations(into: fixture)
            let trial = try Trial(fixture, as: organizations.second.owner)
            for place in try Self.places(organizations).all where !place.isMutation && !place.isForPlatform {
                var isTold = false
                for (kind, identifiers) in organizations.second.identifiers where !isTold {
                    let missing = try await trial.answerOfMissing(kind, at: place)
                    for identifier in identifiers where !isTold {
                        isTold = try await trial.answer(identifier, at: place) != missing
                    }
                }
                #expect(isTold, "\(place) finds nothing at any id: add rows to two_organizations.sql, or a sample.")
            }
        }
    }

    /// A member is refused more than the owner, and finds no more out.
    @Test func membersFindNothingOutEither() async throws {
        try await TenantFixture.with { fixture in
            let organizations = try await FurnishedOrganizations(into: fixture)
            let trial = try Trial(fixture, as: fixture.second.member.viewer)
            for place in try Self.places(organizations).all where !place.isMutation {
                for (kind, identifiers) in organizations.first.identifiers {
                    let answer = try await trial.answer(try #require(identifiers.first), at: place)
                    let missing = try await trial.answerOfMissing(kind, at: place)
                    #expect(answer == missing, "\(place) tells a foreign \(kind) from a missing one")
                }
            }
        }
    }

    /// The rows of an organization in every table that it has rows in.
    private static func contents(
        of organization: FurnishedOrganizations.Organization,
        _ fixture: TenantFixture
    ) throws -> [String: String] {
        let connection = try fixture.owner()
        let tables = try connection.query(
            """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'organization_id'
            """
        ).map { $0.string(0) }
        var contents = [
            "organizations": try connection.query(
                "SELECT md5(o::text) FROM organizations o WHERE o.id = $1",
                [.uuid(organization.id)]
            )[0].string(0)
        ]
        for table in tables {
            let rows = "SELECT md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) FROM \(table) t"
            let digest = try connection.query("\(rows) WHERE t.organization_id = $1", [.uuid(organization.id)])
            contents[table] = digest[0].string(0)
        }
        return contents
    }
}
