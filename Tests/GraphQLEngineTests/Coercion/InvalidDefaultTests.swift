import GraphQLEngine
import JSON
import Testing

/// A schema that is assumed to be valid may have defaults that their types do not take: using one is an error.
@Suite struct InvalidDefaultTests {
    private static let sdl = """
        enum Color { RED GREEN }
        input Palette { colour: Color = BLUE, size: Int = 3 }
        input Box { palette: Palette = {} }
        type Query {
          count(of: Int = "a"): Int
          list(of: [Int!]! = [1, null]): Int
          palette(of: Palette = { size: "b" }): Int
          box(of: Box = {}): Int
        }
        """

    private func errors(_ document: String, _ variables: JSONObject = [:]) async throws -> [String] {
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)), assuming: .validTypeSystem)
        let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema, resolver: Sourced.resolve))
        let result = await executor.execute(
            PreparedDocument(try Document.parse(Source(document))),
            ExecutionRequest(variables: variables, root: ["count": 1, "list": 1, "palette": 1, "box": 1]),
            context: PlainContext()
        )
        return Sourced.errors(try JSONReader().read(result.body))
    }

    @Test(arguments: [
        (
            "{ count }",
            #"Argument "of" has invalid default value: Int cannot represent non-integer value: "a" @1:3 ["count"]"#
        ),
        (
            "query ($v: Int) { count(of: $v) }",
            #"Argument "of" has invalid default value: Int cannot represent non-integer value: "a" @1:19 ["count"]"#
        ),
        (
            "{ list }",
            #"Argument "of" has invalid default value at [1]: Expected value of non-null type "Int!" not to be null. @1:3 ["list"]"#
        ),
        (
            "{ palette }",
            #"Argument "of" has invalid default value at .size: Int cannot represent non-integer value: "b" @1:3 ["palette"]"#
        ),
        (
            "{ box }",
            #"Argument "of" has invalid default value: Expected value of type "Color" to be valid, found: BLUE. @1:3 ["box"]"#
        ),
        (
            "{ palette(of: { size: 1 }) }",
            #"Expected value of type "Color" to be valid, found: BLUE. @1:3 ["palette"]"#
        ),
    ])
    func usedByAnArgument(_ document: String, _ error: String) async throws {
        #expect(try await errors(document) == [error])
    }

    @Test func usedByAVariable() async throws {
        let text = "query ($v: Palette) { palette(of: $v) }"
        let reason = #"Expected value of type "Color" to be valid, found: BLUE."#
        #expect(try await errors(text, ["v": ["size": 1]]) == ["\(reason) @"])
        #expect(
            try await errors("query ($v: Palette = {}) { palette(of: $v) }")
                == [#"Variable "$v" has invalid default value: \#(reason) @1:8"#]
        )
    }

    @Test func valuesThatAreWrongThemselvesComeFirst() async throws {
        let errors = try await errors("query ($v: Palette) { palette(of: $v) }", ["v": ["sice": 1]])
        #expect(
            errors == [
                #"Variable "$v" has invalid value: Expected value of type "Palette" not to include unknown field "sice". Did you mean "size"? Found: { sice: 1 }. @1:8"#
            ]
        )
    }

    @Test(arguments: [
        "{ count(of: 1) list(of: [1]) palette(of: { colour: RED }) box(of: { palette: { colour: RED } }) }",
        "{ count(of: null) palette(of: null) box(of: null) }",
    ])
    func unused(_ document: String) async throws {
        #expect(try await errors(document) == [])
    }
}
