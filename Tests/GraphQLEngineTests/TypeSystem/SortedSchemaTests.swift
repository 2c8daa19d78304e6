import GraphQLEngine
import Testing

/// `lexicographicSortSchema` of GraphQL.js.
@Suite struct SortedSchemaTests {
    @Test func everythingThatHasAName() throws {
        let sorted = try schema(
            """
            directive @b(z: Int, y: Int) on QUERY | FIELD
            directive @a on FIELD
            type Query implements J & I { i(b: In = {x: 1}, a: E = B): Int j: Int }
            interface J { j: Int }
            interface I { i(b: In, a: E): Int }
            enum E { B A }
            input In { x: Int y: E = B a10: Int a9: Int }
            union U = Query | Other
            type Other { a: Int }
            """
        )
        .sorted()
        #expect(
            sorted.printed() == """
                directive @a on FIELD

                directive @b(y: Int, z: Int) on FIELD | QUERY

                enum E {
                  A
                  B
                }

                interface I {
                  i(a: E, b: In): Int
                }

                input In {
                  a9: Int
                  a10: Int
                  x: Int
                  y: E = B
                }

                interface J {
                  j: Int
                }

                type Other {
                  a: Int
                }

                type Query implements I & J {
                  i(a: E = B, b: In = { x: 1 }): Int
                  j: Int
                }

                union U = Other | Query
                """
        )
        // Values follow the new positions.
        let arguments = try type("Query", sorted).fields[0].arguments
        #expect(arguments[0].defaultValue == .enumeration("B", index: 1))
        #expect(
            arguments[1].defaultValue == .object(InputObject(slots: [nil, nil, .int(1), .enumeration("B", index: 1)]))
        )
    }
}
