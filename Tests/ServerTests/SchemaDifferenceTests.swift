import Testing

@testable import Server

@Suite struct SchemaDifferenceTests {
    private let old = "type Query { a: Int b: E } enum E { X }"
    private let new = "type Query { b: E c: Int } enum E { X Y }"

    private func difference(
        failsAt: ChangeLevel = .breaking,
        showsFrom: ChangeLevel = .safe,
        writesJSON: Bool = false
    ) throws -> ToolResult {
        let tool = SchemaDifference(failsAt: failsAt, showsFrom: showsFrom, writesJSON: writesJSON)
        return try tool.run(
            from: GivenSchema.build([file("old", old)]),
            to: GivenSchema.build([file("new", new)])
        )
    }

    @Test func listsTheMostCriticalChangesFirst() throws {
        let expected = """
            BREAKING FIELD_REMOVED: Field Query.a was removed.
            DANGEROUS VALUE_ADDED_TO_ENUM: Enum value E.Y was added.
            SAFE FIELD_ADDED: Field Query.c was added.
            breaking: 1, dangerous: 1, safe: 1
            """
        #expect(try difference() == ToolResult(expected, exitCode: 1))
    }

    @Test func listsNoMoreThanAsked() throws {
        let expected = """
            BREAKING FIELD_REMOVED: Field Query.a was removed.
            breaking: 1, dangerous: 1, safe: 1
            """
        #expect(try difference(failsAt: .never, showsFrom: .breaking) == ToolResult(expected))
    }

    @Test func writesJSON() throws {
        let expected =
            #"[{"criticality":"BREAKING","type":"FIELD_REMOVED","description":"Field Query.a was removed."}]"#
        #expect(try difference(showsFrom: .breaking, writesJSON: true) == ToolResult(expected, exitCode: 1))
    }

    @Test func failsAtTheChosenCriticality() throws {
        let schema = try GivenSchema.build([file("a", "type Query { a: Int }")])
        let wider = try GivenSchema.build([file("b", "type Query { a: Int b: Int }")])
        let run = { (limit: ChangeLevel) in
            SchemaDifference(failsAt: limit, showsFrom: .safe, writesJSON: false).run(from: schema, to: wider).exitCode
        }
        #expect([run(.breaking), run(.dangerous), run(.safe), run(.never)] == [0, 0, 1, 0])
    }
}
