import JSON
import Testing

@testable import GraphQLEngine

@Suite struct CoerceArgumentsTests {
    /// The slots of `field` in the order of its definition: `int` 0 … `defaulted` 12.
    private func slot(
        _ index: Int,
        _ argument: String,
        _ variables: String = "",
        _ values: JSONObject = JSONObject()
    ) throws
        -> InputValue?
    {
        try CoercionSchema.arguments("query \(variables) { field(\(argument)) }", values)[index]
    }

    @Test func literalsAreCoerced() throws {
        #expect(try slot(0, "int: -4") == .int(-4))
        #expect(try slot(1, "float: 4") == .float(4))
        #expect(try slot(1, "float: 4.5e1") == .float(45))
        #expect(try slot(2, #"string: "a\u00e9""#) == .string("aé"))
        #expect(try slot(3, "boolean: false") == .boolean(false))
        #expect(try slot(4, "id: 12") == .string("12"))
        #expect(try slot(5, "color: GREEN") == .enumeration("GREEN", index: 1))
        #expect(try slot(6, "any: { a: [1, 1.5, X, null] }") == .json(["a": [1, 1.5, "X", nil]]))
        #expect(try slot(7, "even: 4") == .int(2))
        #expect(try slot(8, "list: 1") == .list([.int(1)]))
        #expect(try slot(9, "matrix: [[1], null]") == .list([.list([.int(1)]), .null]))
        #expect(
            try slot(10, #"item: { email: "a" }"#) == .object(InputObject(slots: [.string("a"), .int(3), nil, nil]))
        )
        #expect(try slot(11, #"key: { name: "a" }"#) == .object(InputObject(slots: [nil, .string("a")])))
    }

    @Test func absentAndNullStayApart() throws {
        #expect(try slot(0, "id: 1") == nil)
        #expect(try slot(0, "int: null") == .null)
        #expect(try slot(12, "id: 1") == .int(7))
    }

    @Test func variablesAreTakenAsTheyAre() throws {
        let values: JSONObject = ["v": 3]
        #expect(try slot(0, "int: $v", "($v: Int)", values) == .int(3))
        #expect(try slot(8, "list: [1, $v]", "($v: Int)", values) == .list([.int(1), .int(3)]))
        #expect(try slot(8, "list: [1, $v]", "($v: Int)") == .list([.int(1), .null]))
        #expect(try slot(6, "any: { a: $v }", "($v: Int)", values) == .json(["a": 3]))
        #expect(try slot(0, "int: $v", "($v: Int)") == nil)
        #expect(try slot(12, "defaulted: $v", "($v: Int)") == .int(7))
    }

    @Test func anAbsentVariableLeavesAnInputFieldToItsDefault() throws {
        let item = try slot(10, #"item: { email: "a", count: $c, tags: $t }"#, "($c: Int, $t: [String!])")
        #expect(item == .object(InputObject(slots: [.string("a"), .int(3), nil, nil])))
    }

    struct Refused: Sendable {
        let document: String
        let values: JSONObject
        let error: String
    }

    @Test(arguments: [
        Refused(
            document: "{ required }",
            values: JSONObject(),
            error: #"Argument "value" of required type "Int!" was not provided. @1:3"#
        ),
        Refused(
            document: "query ($v: Int) { required(value: $v) }",
            values: JSONObject(),
            error:
                #"Argument "value" has invalid value: Expected variable "$v" provided to type "Int!" to provide a runtime value. @1:35"#
        ),
        Refused(
            document: "query ($v: Int) { required(value: $v) }",
            values: ["v": nil],
            error:
                #"Argument "value" has invalid value: Expected variable "$v" provided to non-null type "Int!" not to be null. @1:35"#
        ),
        Refused(
            document: "query ($v: Int) { field(defaulted: $v) }",
            values: ["v": nil],
            error:
                #"Argument "defaulted" has invalid value: Expected variable "$v" provided to non-null type "Int!" not to be null. @1:36"#
        ),
        Refused(
            document: "query ($v: String) { field(key: { name: $v }) }",
            values: ["v": nil],
            error:
                #"Argument "key" has invalid value: Expected variable "$v" provided to field "name" for OneOf Input Object type "Key" not to be null. @1:33"#
        ),
        Refused(
            document: "{ field(item: {}) }",
            values: JSONObject(),
            error:
                #"Argument "item" has invalid value: Expected value of type "Item" to include required field "email", found: {  }. @1:15"#
        ),
        Refused(
            document: "{ field(item: { email: \"a\", nested: { email: \"b\", tags: [1] } }) }",
            values: JSONObject(),
            error:
                #"Argument "item" has invalid value at .nested.tags[0]: String cannot represent a non string value: 1 @1:58"#
        ),
        Refused(
            document: "{ field(item: { email: \"a\", cuont: 1 }) }",
            values: JSONObject(),
            error:
                #"Argument "item" has invalid value: Expected value of type "Item" not to include unknown field "cuont". Did you mean "count"? Found: { email: "a", cuont: 1 }. @1:29"#
        ),
        Refused(
            document: "{ field(color: \"RED\") }",
            values: JSONObject(),
            error:
                #"Argument "color" has invalid value: Enum "Color" cannot represent non-enum value: "RED". Did you mean the enum value "RED" or "GREEN"? @1:16"#
        ),
    ])
    func refuses(_ refused: Refused) throws {
        let error = #expect(throws: GraphQLError.self) {
            try CoercionSchema.arguments(refused.document, refused.values)
        }
        #expect(error?.summary == refused.error)
        #expect(error?.kind == .input)
    }

    struct Untyped: Sendable {
        let document: String
        let values: JSONObject
        let expected: String
    }

    @Test(arguments: [
        Untyped(document: "query ($v: ID = 1) { field(any: { a: $v }) }", values: [:], expected: #"{"a":"1"}"#),
        Untyped(document: "query ($v: ID) { field(any: { a: [$v] }) }", values: ["v": 7], expected: #"{"a":["7"]}"#),
        Untyped(document: "query ($v: [Int]) { field(any: [$v]) }", values: ["v": 7], expected: "[[7]]"),
        Untyped(document: "query ($v: Color) { field(any: [$v]) }", values: ["v": "RED"], expected: #"["RED"]"#),
        Untyped(
            document: "query ($v: Item) { field(any: { a: $v }) }",
            values: ["v": ["email": "a"]],
            expected: #"{"a":{"email":"a","count":3}}"#
        ),
        Untyped(
            document: "query ($v: Item) { field(any: $v) }",
            values: ["v": ["email": "a"]],
            expected: #"{"email":"a","count":3}"#
        ),
        Untyped(
            document: "query ($v: Int) { field(any: { a: $v, b: [$v], c: { d: $v } }) }",
            values: [:],
            expected: #"{"b":[null],"c":{}}"#
        ),
    ])
    func customScalarsGetCoercedVariables(_ untyped: Untyped) throws {
        let arguments = try CoercionSchema.arguments(untyped.document, untyped.values)
        var text = ""
        if case .json(let value)? = arguments[6] { text = value.text }
        #expect(text == untyped.expected)
    }

    @Test func leafTypesGetListsWithoutVariables() throws {
        let error = #expect(throws: GraphQLError.self) {
            try CoercionSchema.arguments("query ($v: Int) { field(int: [$v, { a: $v }]) }", ["v": 1])
        }
        #expect(
            error?.summary
                == #"Argument "int" has invalid value: Int cannot represent non-integer value: [null, {  }] @1:30"#
        )
    }

    @Test func knowsWhetherVariablesOccur() throws {
        func mentionsVariables(_ text: String) throws -> Bool {
            let document = try Document.parse(Source(text))
            return CoerceArguments.mentionsVariables(arguments: document.selections[0].arguments, document: document)
        }
        #expect(try !mentionsVariables("{ field(list: [1], item: { tags: [A] }) }"))
        #expect(try mentionsVariables("{ field(list: [1], item: { tags: [A, $b] }) }"))
    }
}
