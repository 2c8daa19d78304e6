import Auth
import JSON
import Postgres
import Resolvers
import Testing

/// What it costs to know whether the token still holds: one statement per request, in the round trip that also fetches
/// the first data.
@Suite struct ViewerCostTests {
    private struct Cost: Equatable {
        /// Statements of the request itself.
        var statements = 0
        var viewerChecks = 0
        var roundTrips = 0
    }

    private func cost(_ document: String, _ fixture: TenantFixture, as viewer: Viewer?) async throws -> Cost {
        let counters = fixture.database.counters
        let before = Cost(
            statements: counters.statements,
            viewerChecks: counters.viewerChecks,
            roundTrips: counters.roundTrips
        )
        _ = try await fixture.data(document, as: viewer)
        return Cost(
            statements: counters.statements - before.statements,
            viewerChecks: counters.viewerChecks - before.viewerChecks,
            roundTrips: counters.roundTrips - before.roundTrips
        )
    }

    @Test func theCheckIsOneStatementInTheFirstRoundTrip() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.owner.viewer
            let one = try await cost("{ organization { name } }", fixture, as: viewer)
            #expect(one == Cost(statements: 1, viewerChecks: 1, roundTrips: 1))
            let list = "{ organization { name employees { nodes { fullName } } departments { nodes { name } } } }"
            let wide = try await cost(list, fixture, as: viewer)
            #expect(wide == Cost(statements: 3, viewerChecks: 1, roundTrips: 2))
            let nested = "{ organization { employees { nodes { manager { manager { fullName } } } } } }"
            let deep = try await cost(nested, fixture, as: viewer)
            #expect(deep.viewerChecks == 1)
            #expect(deep.statements == deep.roundTrips)
        }
    }

    @Test func anotherRoleOfTheDatabaseDoesNotCheckAgain() async throws {
        try await TenantFixture.with { fixture in
            let document = "{ organization { name } viewer { user { displayName username state } } }"
            let cost = try await cost(document, fixture, as: fixture.first.owner.viewer)
            #expect(cost.viewerChecks == 1)
            #expect(cost.roundTrips == 2)
        }
    }

    @Test func whatNeedsNoDataCostsNothing() async throws {
        try await TenantFixture.with { fixture in
            for viewer in [nil, fixture.first.owner.viewer] {
                let cost = try await cost("{ server { version } }", fixture, as: viewer)
                #expect(cost == Cost())
            }
        }
    }

    /// Root fields of mutations run one after another, each with the rights of its own moment.
    @Test func eachMutationChecksInItsTransaction() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                mutation {
                  a: departmentCreate(input: {name: "A"}) { department { name } userErrors { code } }
                  b: departmentCreate(input: {name: "B"}) { department { name children { id } } userErrors { code } }
                }
                """
            let cost = try await cost(document, fixture, as: fixture.first.owner.viewer)
            #expect(cost.viewerChecks == 2)
        }
    }
}
