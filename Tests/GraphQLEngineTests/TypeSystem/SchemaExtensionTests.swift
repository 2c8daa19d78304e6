import GraphQLEngine
import Testing

/// `extendSchema` of GraphQL.js.
@Suite struct SchemaExtensionTests {
    private func extend(_ text: String, by extensions: String...) throws -> Schema {
        try extensions.reduce(schema(text)) { try $0.extended(by: Document.parse(Source($1))) }
    }

    @Test func everyKindOfType() throws {
        let extended = try extend(
            """
            type Query { a: E }
            interface I { i: Int }
            enum E { A }
            input In { a: Int }
            union U = Query
            scalar S
            """,
            by: """
                extend type Query implements I { i: Int }
                extend interface I @deprecatedThing { j: Float }
                extend enum E { B }
                extend input In { b: [New!] = [{}] }
                extend union U = T
                extend scalar S @specifiedBy(url: "x")
                extend schema { mutation: T }
                extend type Query { j: Float }
                type T { t: Int }
                input New { n: Int = 1 }
                directive @deprecatedThing on INTERFACE
                """
        )
        #expect(
            extended.printed() == """
                schema {
                  query: Query
                  mutation: T
                }

                directive @deprecatedThing on INTERFACE

                type Query implements I {
                  a: E
                  i: Int
                  j: Float
                }

                interface I {
                  i: Int
                  j: Float
                }

                enum E {
                  A
                  B
                }

                input In {
                  a: Int
                  b: [New!] = [{  }]
                }

                union U = Query | T

                scalar S @specifiedBy(url: "x")

                type T {
                  t: Int
                }

                input New {
                  n: Int = 1
                }
                """
        )
        #expect(SchemaValidator.validate(extended).isEmpty)
        #expect(try type("I", extended).possibleTypes == [extended.type(named: "Query")])
        let added = try type("In", extended).inputFields[1].defaultValue
        #expect(added == .list([.object(InputObject(slots: [.int(1)]))]))
    }

    @Test func onceMore() throws {
        let extended = try extend(
            "type Query { a: Int } directive @d on FIELD",
            by: "extend type Query { b: Int }",
            "extend type Query { c: Float } extend directive @d @deprecated(reason: \"old\")"
        )
        #expect(try type("Query", extended).fields.map(\.name) == ["a", "b", "c"])
        #expect(extended.directive(named: "d")?.deprecationReason == "old")
        // The built-in scalar stands where it is met first.
        #expect(extended.types.prefix(2).map(\.name) == ["Query", "Float"])
    }

    @Test func theExtendedSchemaStaysAsItWas() throws {
        let original = try schema("type Query { a: Int }")
        _ = try original.extended(by: Document.parse(Source("extend type Query { b: Int }")))
        #expect(original.printed() == "type Query {\n  a: Int\n}")
    }

    @Test func errorsOfTheDocument() throws {
        let document = try Document.parse(Source("extend type Query { a: Int }"))
        let message =
            "Field \"Query.a\" already exists in the schema. It cannot also be defined in this type extension."
        let original = try schema("type Query { a: Int }")
        #expect(throws: SchemaError([GraphQLError(message, locations: [SourceLocation(line: 1, column: 21)])])) {
            try original.extended(by: document)
        }
        #expect(try original.extended(by: document, assuming: .validDocument).printed() == original.printed())
    }

    @Test func customScalarsKeepTheirCoercion() throws {
        let even = ScalarCoercion { (value) throws(ScalarCoercionError) in
            guard case .int(let number) = value else { throw ScalarCoercionError("No number.") }
            return .int(number / 2)
        }
        let document = try Document.parse(Source("type Query { a: Even } scalar Even"))
        let extended = try Schema.build(document, scalars: ["Even": even])
            .extended(by: Document.parse(Source("extend type Query { b(n: Even = 8): Int }")))
        #expect(try type("Query", extended).fields[1].arguments[0].defaultValue == .int(4))
    }
}
