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
        Refused("Int", "x", #"got invalid value "x"; Int cannot represent non-integer value: "x""#),
        Refused("Int", 1.5, "got invalid value 1.5; Int cannot represent non-integer value: 1.5"),
        Refused(
            "Int",
            2_147_483_648,
            "got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648"
        ),
        Refused("Float", "1", #"got invalid value "1"; Float cannot represent non numeric value: "1""#),
        Refused("String", 1, "got invalid value 1; String cannot represent a non string value: 1"),
        Refused("Boolean", 1, "got invalid value 1; Boolean cannot represent a non boolean value: 1"),
        Refused("ID", 1.5, "got invalid value 1.5; ID cannot represent value: 1.5"),
        Refused("Even", 3, "got invalid value 3; Even cannot represent an odd value."),
        Refused(
            "Color",
            "GREN",
            #"got invalid value "GREN"; Value "GREN" does not exist in "Color" enum. Did you mean the enum value "GREEN" or "RED"?"#
        ),
        Refused("Color", 1, #"got invalid value 1; Enum "Color" cannot represent non-string value: 1."#),
        Refused("Int!", nil, #"of non-null type "Int!" must not be null."#),
        Refused("Query", 1, #"expected value of type "Query" which cannot be used as an input type."#),
        Refused(
            "[[Int!]]",
            [[1], [nil, "a"]],
            #"got invalid value null at "v[1][0]"; Expected non-nullable type "Int!" not to be null."#,
            #"got invalid value "a" at "v[1][1]"; Int cannot represent non-integer value: "a""#
        ),
        Refused("Item", "a", #"got invalid value "a"; Expected type "Item" to be an object."#),
        Refused(
            "[Item!]",
            [["email": "a"], ["email": 1]],
            #"got invalid value 1 at "v[1].email"; String cannot represent a non string value: 1"#
        ),
        Refused(
            "Item",
            ["emial": "a"],
            #"got invalid value { emial: "a" }; Field "email" of required type "String!" was not provided."#,
            #"got invalid value { emial: "a" }; Field "emial" is not defined by type "Item". Did you mean "email"?"#
        ),
        Refused(
            "Key",
            ["id": 1, "name": "a"],
            #"got invalid value { id: 1, name: "a" }; Exactly one key must be specified for OneOf type "Key"."#
        ),
        Refused("Key", ["id": nil], #"got invalid value null at "v.id"; Field "id" must be non-null."#),
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
        #expect(error?.errors.map(\.summary) == [#"Variable "$v" of required type "Int!" was not provided. @2:3"#])
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
}
