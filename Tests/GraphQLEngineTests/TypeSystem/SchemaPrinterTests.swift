import GraphQLEngine
import Testing

@Suite struct SchemaPrinterTests {
    private static let text = #"""
        """A schema"""
        schema @tag {
          query: Root
        }

        directive @tag(of: [Int!], in: In, scope: Scope! = ALL) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION

        enum Scope {
          SELF
          ALL
        }

        """
        The root of everything that can be asked for, which is described at such length here.

        Second paragraph.
        """
        type Root implements Named @tag(of: [1, 2], in: { a: "x\"y" }) {
          name: String! @tag(scope: SELF)

          """Several"""
          several(
            """How many"""
            first: Int! = 10
            after: String = null

            """Only these"""
            in: In = { a: "x", list: [1, 2] }
          ): [Thing!] @deprecated
          old: Date @deprecated(reason: "Use another")
        }

        interface Named {
          name: String!
        }

        type Empty {
          a: Float
        }

        union Thing = Root | Empty

        scalar Date @specifiedBy(url: "https://example.com")

        input In {
          a: String

          """Numbers"""
          list: [Int]
          e: Scope
        }
        """#

    @Test func printsWhatItRead() throws {
        #expect(try schema(Self.text).printed(keepsAppliedDirectives: true) == Self.text)
    }

    @Test func leavesOtherDirectivesOut() throws {
        let text = try schema(
            "directive @tag on OBJECT type Query @tag { a(i: I): Int @deprecated } input I @oneOf { a: Int }"
        )
        .printed()
        #expect(
            text == """
                directive @tag on OBJECT

                type Query {
                  a(i: I): Int @deprecated
                }

                input I @oneOf {
                  a: Int
                }
                """
        )
    }

    @Test func namesRootsThatHaveUnusualNames() throws {
        #expect(try schema("type Query { a: Int }").printed() == "type Query {\n  a: Int\n}")
        let text = "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}"
        #expect(try schema(text).printed() == text)
    }

    @Test func descriptionsThatNoBlockStringHoldsAreQuoted() throws {
        let text = #"" leading\u0007" type Query { a: Int }"#
        #expect(try schema(text).printed() == "\" leading\\u0007\"\ntype Query {\n  a: Int\n}")
    }

    @Test func oneTypeAndTheIntrospection() throws {
        let schema = try schema("type Query { a: E } enum E { A }")
        #expect(schema.printed(try #require(schema.type(named: "E"))) == "enum E {\n  A\n}")
        let introspection = schema.printedIntrospection()
        #expect(introspection.hasPrefix("\"\"\"\nDirects the executor to include this field"))
        #expect(introspection.contains("\ntype __Schema {\n") && introspection.contains("\nenum __TypeKind {\n"))
        #expect(!introspection.contains("type Query") && !introspection.contains("scalar String"))
    }

    @Test func descriptionsKeepTheirEmptyLinesIndented() throws {
        let text = try schema("type Query { a: Int \"\"\"x\n\ny\"\"\" b: Int }").printed()
        #expect(text == "type Query {\n  a: Int\n\n  \"\"\"\n  x\n  \n  y\n  \"\"\"\n  b: Int\n}")
    }
}
