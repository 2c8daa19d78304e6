import JSON
import Testing

/// Requests whose response and SQL are kept in Tests/Golden. `UPDATE_GOLDEN=1 swift test --filter GoldenTests` writes
/// them anew; look at the difference before you keep it.
@Suite struct GoldenTests {
    private static let cases: [(name: String, person: GoldenFixture.Person?)] = [
        ("organization/nested", .owner),
        ("organization/reach", .member),
        ("employees/paging", .owner),
        ("employees/search", .owner),
        ("employees/filter", .owner),
        ("nodes/node", .owner),
        ("nodes/nodes", .member),
        ("viewer/viewer", .member),
        ("viewer/anonymous", nil),
        ("introspection/type", nil),
        ("mutations/forbidden-field", .member),
        ("attendance/clock-in", .member),
    ]

    /// One after another in one database, the mutation last.
    @Test func answersAsBefore() async throws {
        try await GoldenFixture.with { fixture in
            for (name, person) in Self.cases {
                let golden = GoldenCase(name: name)
                let outcome = try await fixture.execute(golden.query(), golden.variables(), as: person?.viewer)
                let files = [("response.json", outcome.response.indented() + "\n"), ("sql.txt", outcome.sql)]
                for (file, text) in files {
                    if GoldenCase.isUpdating { try golden.write(text, to: file) }
                    #expect(golden.expected(file) == text, "\(name)/\(file)")
                }
            }
        }
    }

    /// The number of statements depends on the shape of the query, never on the number of rows.
    @Test func asksForManyEmployeesAsForOne() async throws {
        let golden = GoldenCase(name: "organization/nested")
        let query = try golden.query()
        try await GoldenFixture.with { fixture in
            var names: [[String]] = []
            for count in [1, 50, 100] {
                let outcome = try await fixture.execute(
                    query,
                    ["n": .int(Int64(count))],
                    as: GoldenFixture.Person.owner.viewer
                )
                let nodes = outcome.response.at("data.organization.employees.nodes")?.arrayValue
                #expect(nodes?.count == count)
                #expect(nodes?.allSatisfy { $0.at("manager.fullName") != nil } == true)
                #expect(outcome.statements.count <= 7)
                #expect(outcome.roundTrips <= 4)
                names.append(outcome.statements.map(\.name))
            }
            #expect(names[0] == names[1] && names[1] == names[2], "\(names)")
        }
    }
}
