/// Documents in which every production of the grammar occurs.
enum KitchenSink {
    static let executable = ##"""
        # Every executable production.
        "Counts who is present."
        query Attendance(
          "The first day."
          $from: Date! = "2026-01-01" @constraint(minimum: 1),
          $units: [ID!]! = ["a", "b"]
          $filter: Filter = {kind: PRESENT, range: {low: -1, high: 2.5e-3}, tags: [], note: null, exact: true}
          $text: String = """
            A block
              of lines with \""" inside.
          """
        ) @cached(seconds: 60) {
          day: attendance(from: $from, units: $units, filter: $filter, text: "caf\u00E9 \u{1F600} \"q\" \\ \n") @include(if: true) {
            ... on Record @skip(if: false) { id, status }
            ...recordFields @defer
            ... @include(if: $flag) { note }
            ... { other }
            nested(list: [1, 2.0, "three", FOUR, true, null, $five, [6], {seven: 7}], object: {a: {b: {c: []}}}, empty: {})
          }
          on: fragment(type: query) { mutation subscription true false null }
        }
        mutation { like(id: 0) { id } }
        subscription Changes { changed(since: -0) }
        """
        Fields of a record.
        """
        fragment recordFields on Record @marked(with: [{deep: "value"}]) { id, status, employee { name } }
        query WithoutVariables { a }
        { shorthand { of { a { query } } } }
        """##

    static let typeSystem = ##"""
        "The schema."
        schema @public @tag(names: ["x"]) { query: Query, mutation: Mutation subscription: Subscription }
        """
        A day without time.

          Indented.
        """
        scalar Date @specifiedBy(url: "https://example.com/date")
        "Root."
        type Query implements Node & Entity @public {
          "By id."
          node("The id." id: ID! @constraint(minimum: 1), strict: Boolean = false): Node
          nodes(ids: [ID!]! = []): [Node]! @deprecated(reason: "Use \"node\".")
          plain: Int
        }
        type Empty
        type Leading implements & Node { id: ID! }
        interface Node { id: ID! }
        interface Entity implements Node @tag { id: ID!, name(upper: Boolean = true, size: Int = 10): String }
        interface Bare
        "One of two."
        union Result @tag = | Record | Failure
        union Nothing
        enum Status @tag {
          "Here."
          PRESENT @deprecated
          ABSENT, type, query
        }
        enum Void
        input Filter @oneOf { status: Status = PRESENT @tag, range: [[Float!]] = [[1.5, 2e10]], "Sub." sub: Filter }
        input Hollow
        "Who may."
        directive @can("The permission." permission: String!, scope: Scope = OWN) repeatable on FIELD_DEFINITION | OBJECT
        directive @tag(names: [String!]) on
          | SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM
          | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        directive @plain on QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD
          | INLINE_FRAGMENT | VARIABLE_DEFINITION
        extend schema @link(url: "https://example.com")
        extend schema { subscription: Subscription }
        extend scalar Date @tag
        extend type Query implements Other
        extend type Query @tag
        extend type Query { more: Int }
        extend interface Entity implements Other @tag { more: Int }
        extend union Result = Third
        extend union Result @tag
        extend enum Status { LATE }
        extend enum Status @tag
        extend input Filter { more: Int = 1 }
        extend input Filter @tag
        """##
}
