import GraphQLEngine
import JSON
import Testing

/// Variables of fragments, which are experimental: their values come from the arguments of each spread.
@Suite struct FragmentArgumentTests {
    private static let sdl = """
        scalar Any
        input Point { x: Int = 1, y: Int }
        type Query {
          show(int: Int, text: String, list: [Int], point: Point, any: Any, needed: Int! = 7): String
          a: Int
          self: Query
        }
        """

    private func run(_ text: String, _ variables: JSONObject = [:]) async throws -> JSONValue {
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)))
        let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema, resolver: Sourced.resolve))
        let document = try Document.parse(Source(text), options: ParserOptions(allowsFragmentArguments: true))
        let show: JSONValue = ["arguments": true]
        let root: JSONValue = ["show": show, "a": 1, "self": ["show": show, "a": 2]]
        let request = ExecutionRequest(variables: variables, root: root)
        return try JSONReader().read(
            await executor.execute(PreparedDocument(document), request, context: PlainContext()).body
        )
    }

    /// What `show` got as arguments, without the argument that has a default.
    private func shown(_ text: String, _ variables: JSONObject = [:]) async throws -> String? {
        let response = try await run(text, variables)
        #expect(response["errors"] == nil)
        return response["data"]?["show"]?.stringValue?
            .replacing(#","needed":7"#, with: "")
            .replacing(#""needed":7"#, with: "")
    }

    @Test(arguments: [
        ("{ ...F(v: 3) } fragment F($v: Int) on Query { show(int: $v) }", #"{"int":3}"#),
        ("{ ...F } fragment F($v: Int = 4) on Query { show(int: $v) }", #"{"int":4}"#),
        ("{ ...F } fragment F($v: Int) on Query { show(int: $v) }", "{}"),
        ("{ ...F(v: null) } fragment F($v: Int = 4) on Query { show(int: $v) }", #"{"int":null}"#),
        ("{ ...F(v: 3, v: 5) } fragment F($v: Int) on Query { show(list: [$v, 9]) }", #"{"list":[5,9]}"#),
        ("{ ...F(v: 3) } fragment F($v: [Int]) on Query { show(list: $v) }", #"{"list":[3]}"#),
        ("{ ...F } fragment F($v: Point = { y: 2 }) on Query { show(point: $v) }", #"{"point":{"x":1,"y":2}}"#),
        ("{ ...F(v: { y: 2 }) } fragment F($v: Point) on Query { show(point: $v) }", #"{"point":{"x":1,"y":2}}"#),
        ("{ ...F(v: 3) } fragment F($v: Int) on Query { show(point: { y: $v }) }", #"{"point":{"x":1,"y":3}}"#),
    ])
    func valuesComeFromTheSpread(_ document: String, _ expected: String) async throws {
        #expect(try await shown(document) == expected)
    }

    @Test func theFragmentsVariableHidesTheOperations() async throws {
        let text = "query ($v: Int, $w: Int) { ...F(v: $w) } fragment F($v: Int) on Query { show(list: [$v, $w]) }"
        #expect(try await shown(text, ["v": 1, "w": 2]) == #"{"list":[2,2]}"#)
        #expect(try await shown(text, ["v": 1]) == #"{"list":[null,null]}"#)
    }

    @Test func variablesAreKnownInTheirFragmentOnly() async throws {
        let text = """
            query ($v: Int) { ...F(v: 2, w: 3) }
            fragment F($v: Int, $w: Int) on Query { ...G(x: $v) }
            fragment G($x: Int) on Query { show(list: [$x, $v, $w]) }
            """
        #expect(try await shown(text, ["v": 1]) == #"{"list":[2,1,null]}"#)
    }

    @Test func literalsAreSpreadWithTheVariablesAroundThem() async throws {
        let text = """
            { ...F(v: 2) }
            fragment F($v: Int) on Query { ...G(v: [$v, 1]) }
            fragment G($v: [Int]) on Query { ...H(point: { y: 5 }, list: $v) }
            fragment H($point: Point, $list: [Int]) on Query { show(point: $point, list: $list) }
            """
        #expect(try await shown(text) == #"{"list":[2,1],"point":{"x":1,"y":5}}"#)
    }

    @Test func aVariableWithoutAValueGivesTheDefault() async throws {
        let text = "query ($v: Int) { ...F(w: $v) } fragment F($w: Int = 8) on Query { show(int: $w) }"
        #expect(try await shown(text) == #"{"int":8}"#)
        #expect(try await shown(text, ["v": nil]) == #"{"int":null}"#)
    }

    @Test(arguments: [(true, #"{"self":{"a":2}}"#), (false, #"{"a":1}"#)])
    func conditions(_ truth: Bool, _ expected: String) async throws {
        let text = """
            query ($c: Boolean!) { ...F(b: $c) }
            fragment F($b: Boolean!) on Query { a @skip(if: $b) ... @include(if: $b) { self { ...G(b: true) } } }
            fragment G($b: Boolean!, $c: Boolean = false) on Query { a @include(if: $b) x: a @include(if: $c) }
            """
        #expect(try await run(text, ["c": .bool(truth)])["data"]?.text == expected)
    }

    @Test func oneDocumentIsExecutedWithManyValues() async throws {
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)))
        let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema, resolver: Sourced.resolve))
        let text = "query ($v: Int) { ...F(v: $v) } fragment F($v: Int) on Query { show(int: $v, needed: 1) }"
        let options = ParserOptions(allowsFragmentArguments: true)
        let document = PreparedDocument(try Document.parse(Source(text), options: options))
        for value in 0..<3 {
            let request = ExecutionRequest(variables: ["v": .int(Int64(value))], root: ["show": ["arguments": true]])
            let result = await executor.execute(document, request, context: PlainContext())
            let response = try JSONReader().read(result.body)
            #expect(response["data"]?["show"] == .string(#"{"int":\#(value),"needed":1}"#))
        }
    }

    @Test func aFragmentIsVisitedOnceWhateverItsArguments() async throws {
        let text = "{ ...F(v: 1) ...F(v: 2) } fragment F($v: Int) on Query { show(int: $v) }"
        #expect(try await shown(text) == #"{"int":1}"#)
    }

    @Test func fieldsOfOneFragmentHaveTheArgumentsOfTheirPlace() async throws {
        let text = """
            { ...F(v: 1) self { ...F(v: 2) } } fragment F($v: Int) on Query { show(int: $v, needed: 0) }
            """
        #expect(
            try await run(text)["data"]?.text
                == #"{"show":"{\"int\":1,\"needed\":0}","self":{"show":"{\"int\":2,\"needed\":0}"}}"#
        )
    }

    @Test(arguments: [
        (
            "{ self { ...F } } fragment F($v: Int!) on Query { a }",
            #"Variable "$v" defined by fragment "F" of required type "Int!" was not provided. @1:10 ["self"]"#
        ),
        (
            #"{ self { ...F(v: "a") } } fragment F($v: Int) on Query { a }"#,
            #"Variable "$v" defined by fragment "F" has invalid value: Int cannot represent non-integer value: "a" @1:18 ["self"]"#
        ),
        (
            "query ($w: Int) { self { ...F(v: $w) } } fragment F($v: Int!) on Query { a }",
            #"Variable "$v" defined by fragment "F" has invalid value: Expected variable "$w" provided to type "Int!" to provide a runtime value. @1:34 ["self"]"#
        ),
        (
            #"{ self { ...F } } fragment F($v: [Int!] = [1, null]) on Query { a }"#,
            #"Variable "$v" defined by fragment "F" has invalid default value at [1]: Expected value of non-null type "Int!" not to be null. @1:10 ["self"]"#
        ),
        (
            "{ self { ...F(v: 1) } } fragment F($v: Query) on Query { a }",
            #"Variable "$v" expected value of type "Query" which cannot be used as an input type. @1:40"#
        ),
        (
            "{ self { a @skip(if: true) ...F(v: null) } } fragment F($v: Boolean) on Query { a @skip(if: $v) }",
            #"Argument "if" has invalid value: Expected variable "$v" provided to non-null type "Boolean!" not to be null. @1:93 ["self"]"#
        ),
    ])
    func wrongValuesFailTheObject(_ document: String, _ error: String) async throws {
        #expect(Sourced.errors(try await run(document)) == [error])
    }

    @Test func fragmentsMaySpreadThemselvesWithTheirOwnVariables() async throws {
        let text = "{ ...F(v: 1) } fragment F($v: Int) on Query { show(int: $v) self { ...F(v: $v) } }"
        let response = try await run(text)
        #expect(response["errors"] == nil)
        #expect(response["data"]?["self"]?["show"] == .string(#"{"int":1,"needed":7}"#))
    }

    @Test func valuesThatGrowWithoutEndAreRefused() async throws {
        let text = "{ ...F(v: 1) } fragment F($v: Any) on Query { self { ...F(v: [$v]) a } }"
        let response = try await run(text)
        #expect(response["data"]?["self"]?["self"] == .null)
    }
}
