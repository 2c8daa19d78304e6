import GraphQLEngine
import JSON
import Testing

/// The cost of a request is known from its plan and its arguments.
struct CostTests {
    private static let sdl = """
        directive @cost(weight: Int!) on FIELD_DEFINITION
        type Query { item: Item name: String items: [Item!] page(first: Int, last: Int): ItemConnection }
        type Mutation { change: Item }
        type Item { id: ID tags: [String] child: Item page(first: Int, last: Int): ItemConnection heavy: Int @cost(weight: 7) }
        type ItemConnection { nodes: [Item!] edges: [ItemEdge!] totalCount: Int @cost(weight: 5) pageInfo: Info }
        type ItemEdge { node: Item }
        type Info { more: Boolean }
        """

    private func cost(_ text: String, _ variables: JSONObject = [:]) throws -> Int {
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)))
        let document = try Document.parse(Source(text))
        let values = try CoerceVariables.coerce(
            operation: 0,
            document: document,
            schema: schema,
            variables: variables,
            maximumErrors: 1
        )
        let plan = try PreparedDocument(document).plan(
            operation: 0,
            schema: schema,
            access: OpenAccess(),
            variables: values
        )
        return BoundPlan(plan, variables: values).cost
    }

    @Test(arguments: [
        ("{ name }", 0),
        ("{ item { id tags } }", 1),
        ("{ item { child { heavy } } }", 9),
        ("{ items { id } }", 10),
        ("{ __schema { types { fields { args { name } } } } __type(name: \"Item\") { fields { name } } }", 0),
        ("{ items { child { id } } }", 20),
        // The connection itself, 20 nodes, the total once.
        ("{ page { totalCount nodes { id } pageInfo { more } } }", 1 + 5 + 20 + 1),
        ("{ page(first: 50) { nodes { page(last: 5) { edges { node { id } } } } } }", 1 + 50 * (1 + 1 + 5 * 2)),
        ("{ page(first: 0) { nodes { heavy } } }", 1),
        ("mutation { change { id } again: change { id } }", 22),
    ])
    func cost(document: String, expected: Int) throws {
        #expect(try cost(document) == expected)
    }

    @Test func pageSizeMayBeAVariable() throws {
        #expect(try cost("query ($n: Int) { page(first: $n) { nodes { id } } }", ["n": 100]) == 101)
        #expect(try cost("query ($n: Int) { page(first: $n) { nodes { id } } }") == 21)
    }

    @Test func fanOutThroughFragmentsIsCountedInFull() throws {
        let fragments = (0..<25).map {
            "fragment F\($0) on Item { a: child { ...F\($0 + 1) } b: child { ...F\($0 + 1) } }"
        }
        let document = "{ item { ...F0 } } " + fragments.joined(separator: " ") + " fragment F25 on Item { id }"
        #expect(try cost(document) == 1 + (1 << 26) - 2)
    }
}
