import JSON
import Testing

@testable import GraphQLEngine

@Suite struct CoerceVariablesTests {
    struct Accepted: Sendable {
        let type: String
        let value: JSONValue
        let coerced: InputValue
    }

    @Test(arguments: [
        Accepted(type: "Int", value: 1, coerced: .int(1)),
        Accepted(type: "Int", value: 1.0, coerced: .int(1)),
        Accepted(type: "Int!", value: -2_147_483_648, coerced: .int(-2_147_483_648)),
        Accepted(type: "Int", value: nil, coerced: .null),
        Accepted(type: "Float", value: 1, coerced: .float(1)),
        Accepted(type: "Float", value: 1.5, coerced: .float(1.5)),
        Accepted(type: "String", value: "a", coerced: .string("a")),
        Accepted(type: "Boolean", value: true, coerced: .boolean(true)),
        Accepted(type: "ID", value: "a", coerced: .string("a")),
        Accepted(type: "ID", value: 4, coerced: .string("4")),
        Accepted(type: "Color", value: "BLUE", coerced: .enumeration("BLUE", index: 2)),
        Accepted(type: "Any", value: 5_000_000_000, coerced: .int(5_000_000_000)),
        Accepted(type: "Any", value: ["a": [1]], coerced: .json(["a": [1]])),
        Accepted(type: "Even", value: 8, coerced: .int(4)),
        Accepted(type: "[Int]", value: [1, nil], coerced: .list([.int(1), .null])),
        Accepted(type: "[Int]", value: 1, coerced: .list([.int(1)])),
        Accepted(type: "[[Int!]]", value: 1, coerced: .list([.list([.int(1)])])),
        Accepted(type: "[Int]", value: nil, coerced: .null),
        Accepted(
            type: "Item",
            value: ["email": "a", "tags": "b"],
            coerced: .object(InputObject(slots: [.string("a"), .int(3), .list([.string("b")]), nil]))
        ),
        Accepted(
            type: "Item",
            value: ["email": "a", "count": nil, "tags": nil],
            coerced: .object(InputObject(slots: [.string("a"), .null, .null, nil]))
        ),
        Accepted(type: "Key", value: ["id": 1], coerced: .object(InputObject(slots: [.string("1"), nil]))),
    ])
    func takes(_ accepted: Accepted) throws {
        let text = "query ($v: \(accepted.type)) { field }"
        let values = try CoercionSchema.variables(text, ["v": accepted.value])
        #expect(values.slots == [accepted.coerced])
    }

    struct Refused: Sendable {
        let type: String
        let value: JSONValue
        let messages: [String]

        init(_ type: String, _ value: JSONValue, _ messages: String...) {
            (self.type, self.value, self.messages) = (type, value, messages)
        }
    }

    @Test(arguments: [
        Refused("Int", "x", #"has invalid value: Int cannot represent non-integer value: "x""#),
        Refused("Int", 1.5, "has invalid value: Int cannot represent non-integer value: 1.5"),
        Refused(
            "Int",
            2_147_483_648,
            "has invalid value: Int cannot represent non 32-bit signed integer value: 2147483648"
        ),
        Refused("Float", "1", #"has invalid value: Float cannot represent non numeric value: "1""#),
        Refused("String", 1, "has invalid value: String cannot represent a non string value: 1"),
        Refused("Boolean", 1, "has invalid value: Boolean cannot represent a non boolean value: 1"),
        Refused("ID", 1.5, "has invalid value: ID cannot represent value: 1.5"),
        Refused("Even", 3, "has invalid value: Even cannot represent an odd value."),
        Refused(
            "Color",
            "GREN",
            #"has invalid value: Value "GREN" does not exist in "Color" enum. Did you mean the enum value "GREEN" or "RED"?"#
        ),
        Refused("Color", 1, #"has invalid value: Enum "Color" cannot represent non-string value: 1."#),
        Refused("Int!", nil, #"has invalid value: Expected value of non-null type "Int!" not to be null."#),
        Refused("Query", 1, #"expected value of type "Query" which cannot be used as an input type."#),
        Refused(
            "[[Int!]]",
            [[1], [nil, "a"]],
            #"has invalid value at [1][0]: Expected value of non-null type "Int!" not to be null."#,
            #"has invalid value at [1][1]: Int cannot represent non-integer value: "a""#
        ),
        Refused("Item", "a", #"has invalid value: Expected value of type "Item" to be an object, found: "a"."#),
        Refused(
            "[Item!]",
            [["email": "a"], ["email": 1]],
            #"has invalid value at [1].email: String cannot represent a non string value: 1"#
        ),
        Refused(
            "Item",
            ["emial": "a"],
            #"has invalid value: Expected value of type "Item" to include required field "email", found: { emial: "a" }."#,
            #"has invalid value: Expected value of type "Item" not to include unknown field "emial". Did you mean "email"? Found: { emial: "a" }."#
        ),
        Refused(
            "Key",
            ["id": 1, "name": "a"],
            #"has invalid value: Within OneOf Input Object type "Key", exactly one field must be specified, and the value for that field must be non-null."#
        ),
        Refused(
            "Key",
            ["id": nil],
            #"has invalid value at .id: Within OneOf Input Object type "Key", exactly one field must be specified, and the value for that field must be non-null."#
        ),
    ])
    func refuses(_ refused: Refused) throws {
        let text = "query ($v: \(refused.type)) { field }"
        let error = #expect(throws: GraphQLErrors.self) {
            try CoercionSchema.variables(text, ["v": refused.value])
        }
        #expect(error?.errors.map(\.message) == refused.messages.map { "Variable \"$v\" \($0)" })
        #expect(error?.errors.allSatisfy { $0.extensions.isEmpty && $0.kind == .input } == true)
    }

    @Test func absentValuesAreDefaultedOrLeftOut() throws {
        let text = "query ($a: Int, $b: Int = 5, $c: [Int!]! = 1, $d: Int = 5) { field }"
        let values = try CoercionSchema.variables(text, ["d": nil, "other": 1])
        #expect(values.slots == [nil, .int(5), .list([.int(1)]), .null])
    }

    @Test func aRequiredVariableHasToBeThere() throws {
        let error = #expect(throws: GraphQLErrors.self) {
            try CoercionSchema.variables("query (\n  $v: Int!) { field }", JSONObject())
        }
        #expect(
            error?.errors.map(\.summary) == [
                #"Variable "$v" has invalid value: Expected a value of non-null type "Int!" to be provided. @2:3"#
            ]
        )
    }

    @Test func suggestionsCanBeHidden() throws {
        let document = try Document.parse(Source("query ($c: Color, $i: Item) { field }"))
        let error = #expect(throws: GraphQLErrors.self) {
            try CoerceVariables.coerce(
                operation: 0,
                document: document,
                schema: try CoercionSchema.schema.get(),
                variables: ["c": "GREN", "i": ["email": "a", "cuont": 1]],
                hidesSuggestions: true
            )
        }
        #expect(
            error?.errors.map(\.summary) == [
                #"Variable "$c" has invalid value: Value "GREN" does not exist in "Color" enum. @1:8"#,
                #"Variable "$i" has invalid value: Expected value of type "Item" not to include unknown field "cuont", found: { email: "a", cuont: 1 }. @1:19"#,
            ]
        )
    }

    @Test func defaultsAreCheckedWhenTheyAreUsed() throws {
        let text = "query ($v: Item = { email: 1 }, $w: Int! = null) { field }"
        let error = #expect(throws: GraphQLErrors.self) { try CoercionSchema.variables(text, JSONObject()) }
        #expect(
            error?.errors.map(\.summary) == [
                #"Variable "$v" has invalid default value at .email: String cannot represent a non string value: 1 @1:8"#,
                #"Variable "$w" has invalid default value: Expected value of non-null type "Int!" not to be null. @1:33"#,
            ]
        )
        #expect(try CoercionSchema.variables(text, ["v": nil, "w": 1]).slots == [.null, .int(1)])
    }

    @Test func stopsAfterTheMaximumOfErrors() throws {
        let values = ["v": .array([JSONValue](repeating: "a", count: 1000))] as JSONObject
        let error = #expect(throws: GraphQLErrors.self) {
            try CoercionSchema.variables("query ($v: [Int]) { field }", values)
        }
        #expect(error?.errors.count == 51)
        #expect(
            error?.errors.last?.message
                == "Too many errors processing variables, error limit reached. Execution aborted."
        )
    }

    /// A value of `Item` whose member `nested` lies in itself so often.
    private func nested(_ depth: Int, _ inner: JSONValue = .null) -> JSONValue {
        (0..<depth).reduce(inner) { value, _ in ["email": "a", "nested": value] }
    }

    @Test func inputObjectsMayBeNestedToADepthOf200() throws {
        let text = "query ($v: Item) { field(item: $v) }"
        #expect(try CoercionSchema.variables(text, ["v": nested(200)]).slots.count == 1)
        let error = #expect(throws: GraphQLErrors.self) { try CoercionSchema.variables(text, ["v": nested(201)]) }
        #expect(error?.errors.map(\.summary) == ["Variable values are nested too deeply. @"])
    }

    @Test func tooDeepValuesEndTheCoercion() throws {
        let text = "query ($a: Int, $v: Item, $z: Int) { field }"
        let error = #expect(throws: GraphQLErrors.self) {
            try CoercionSchema.variables(text, ["a": "a", "v": nested(300, 1), "z": "z"])
        }
        #expect(
            error?.errors.map(\.summary) == [
                #"Variable "$a" has invalid value: Int cannot represent non-integer value: "a" @1:8"#,
                "Variable values are nested too deeply. @",
            ]
        )
    }

    @Test func valuesOfCustomScalarsMayBeNestedMoreDeeply() throws {
        let value = (0..<300).reduce(JSONValue.int(1)) { value, _ in [value] }
        #expect(try CoercionSchema.variables("query ($v: Any) { field }", ["v": value]).slots == [.json(value)])
    }
}
