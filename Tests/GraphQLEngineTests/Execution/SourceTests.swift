import GraphQLEngine
import JSON
import Testing

/// Any schema can be executed over JSON values (section 6.4.3 "Value Completion").
@Suite struct SourceTests {
    private static let sdl = """
        type Query {
          int: Int float: Float string: String boolean: Boolean id: ID color: Color any: Any
          ints: [Int!] matrix: [[Int]!]! pet: Pet pets: [Pet] required: Pet! self: Query
          search(text: String! = "x", filter: Filter, colors: [Color!]): String
        }
        enum Color { RED GREEN }
        scalar Any
        interface Pet { name: String! }
        type Dog implements Pet { name: String! barks: Boolean }
        type Cat implements Pet { name: String! }
        type Stone { name: String }
        input Filter { least: Int = 1, most: Int, tags: [String] }
        """

    private func run(_ document: String, _ root: JSONValue, _ variables: JSONObject = [:]) async throws -> JSONValue {
        try await Sourced.run(Self.sdl, document, root, variables: variables)
    }

    @Test func membersAreFields() async throws {
        let response = try await run(
            "{ a: int b: self { string any __typename } ints matrix missing: id }",
            ["int": 1, "self": ["string": "x", "any": ["k": [1, nil]]], "ints": [1, 2], "matrix": [[1, nil], []]]
        )
        let expected =
            #"{"a":1,"b":{"string":"x","any":{"k":[1,null]},"__typename":"Query"},"ints":[1,2],"#
            + #""matrix":[[1,null],[]],"missing":null}"#
        #expect(response["data"]?.text == expected)
        #expect(response["errors"] == nil)
    }

    @Test(
        arguments: [
            ("int", .bool(true), "1"), ("int", "7", "7"), ("int", .double(2), "2"), ("float", 3, "3"),
            ("float", "1.5", "1.5"), ("float", false, "0"), ("string", 12, #""12""#), ("string", true, #""true""#),
            ("boolean", 2, "true"), ("boolean", 0, "false"), ("id", 7, #""7""#), ("color", "GREEN", #""GREEN""#),
        ] as [(String, JSONValue, String)]
    )
    func leavesAreCoerced(_ field: String, _ value: JSONValue, _ expected: String) async throws {
        let response = try await run("{ \(field) }", .object([field: value]))
        #expect(response["data"]?[field]?.text == expected)
    }

    @Test(
        arguments: [
            ("int", "x", "Int cannot represent non-integer value: \"x\""),
            ("int", .double(1.5), "Int cannot represent non-integer value: 1.5"),
            ("int", 2_147_483_648, "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("int", "", "Int cannot represent non-integer value: \"\""),
            ("float", ["a": 1], "Float cannot represent non numeric value: { a: 1 }"),
            ("string", [1, nil], "String cannot represent value: [1, null]"),
            ("boolean", "true", "Boolean cannot represent a non boolean value: \"true\""),
            ("id", .double(1.5), "ID cannot represent value: 1.5"),
            ("color", "BLUE", "Enum \"Color\" cannot represent value: \"BLUE\""),
            ("ints", "x", "Expected Iterable, but did not find one for field \"Query.ints\"."),
            ("pets", 1, "Expected Iterable, but did not find one for field \"Query.pets\"."),
        ] as [(String, JSONValue, String)]
    )
    func leavesAreRefused(_ field: String, _ value: JSONValue, _ message: String) async throws {
        let selection = field == "pets" ? "pets { name }" : field
        let response = try await run("{ \(selection) }", .object([field: value]))
        #expect(response["data"]?[field] == .null)
        #expect(Sourced.errors(response) == ["\(message) @1:3 [\"\(field)\"]"])
    }

    @Test func errorsTakeThePlaceOfValues() async throws {
        let response = try await run(
            "{ int matrix ints pets { name } }",
            [
                "int": ["error": "No."], "matrix": [[1, ["error": "A"]], [["error": "B"], 2]],
                "ints": [1, ["error": "C"], ["error": "D"]],
                "pets": [["error": "E"], ["__typename": "Cat", "name": "c"], ["__typename": "Cat"]],
            ]
        )
        #expect(
            response["data"]?.text
                == #"{"int":null,"matrix":[[1,null],[null,2]],"ints":null,"pets":[null,{"name":"c"},null]}"#
        )
        #expect(
            Sourced.errors(response) == [
                #"No. @1:3 ["int"]"#, #"A @1:7 ["matrix",0,1]"#, #"B @1:7 ["matrix",1,0]"#, #"C @1:14 ["ints",1]"#,
                #"E @1:19 ["pets",0]"#,
                #"Cannot return null for non-nullable field Cat.name. @1:26 ["pets",2,"name"]"#,
            ]
        )
    }

    @Test func abstractTypesAreNamedBySources() async throws {
        let response = try await run(
            "{ pets { __typename name ... on Dog { barks } } }",
            ["pets": [["__typename": "Dog", "name": "d", "barks": true], ["__typename": "Cat", "name": "c"]]]
        )
        #expect(
            response["data"]?.text
                == #"{"pets":[{"__typename":"Dog","name":"d","barks":true},{"__typename":"Cat","name":"c"}]}"#
        )
    }

    @Test(
        arguments: [
            (
                ["name": "x"],
                "Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". Either the \"Pet\" type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function."
            ),
            (
                ["__typename": "Bird"],
                "Abstract type \"Pet\" was resolved to a type \"Bird\" that does not exist inside the schema."
            ),
            (["__typename": "Pet"], "Abstract type \"Pet\" was resolved to a non-object type \"Pet\"."),
            (["__typename": "Stone"], "Runtime Object type \"Stone\" is not a possible type for \"Pet\"."),
        ] as [(JSONValue, String)]
    )
    func abstractTypesAreRefused(_ source: JSONValue, _ message: String) async throws {
        let response = try await run("{ pet { name } }", ["pet": source])
        #expect(response["data"]?.text == #"{"pet":null}"#)
        #expect(Sourced.errors(response) == ["\(message) @1:3 [\"pet\"]"])
    }

    @Test func resolversSeeArgumentsByName() async throws {
        let response = try await run(
            "query ($v: Int) { a: search b: search(text: \"y\", filter: { most: $v, tags: \"t\" }, colors: [RED]) }",
            ["search": ["arguments": true]],
            ["v": nil]
        )
        #expect(response["data"]?["a"] == #"{"text":"x"}"#)
        #expect(
            response["data"]?["b"]
                == #"{"text":"y","filter":{"least":1,"most":null,"tags":["t"]},"colors":["RED"]}"#
        )
    }

    @Test func introspectionNeedsNoSource() async throws {
        let response = try await run("{ __type(name: \"Color\") { kind enumValues { name } } }", .null)
        #expect(response["data"]?["__type"]?.text == #"{"kind":"ENUM","enumValues":[{"name":"RED"},{"name":"GREEN"}]}"#)
    }

    @Test func defaultResolverTakesMembers() async throws {
        let schema = try Schema.build(try Document.parse(Source("type Query { a: Int, b: [String] }")))
        let result = await Executor(schema: ExecutableSchema<PlainContext>(schema: schema)).execute(
            PreparedDocument(try Document.parse(Source("{ a b }"))),
            ExecutionRequest(root: ["a": 1, "b": ["x"]]),
            context: PlainContext()
        )
        #expect(String(decoding: result.body, as: UTF8.self) == #"{"data":{"a":1,"b":["x"]}}"#)
    }
}
