import GraphQLEngine

/// The schema that requests, extensions and coordinates are tried on.
enum ExampleSchema {
    static let schema: Schema = {
        do {
            return try Schema.build(Document.parse(Source(text)))
        } catch {
            fatalError("The example schema cannot be built: \(error)")
        }
    }()

    private static let text = """
        type Query implements Node { id: ID! node(id: ID!): Node found(by: Filter = { tags: ["a"] }, n: Int = 3): [Found!]! me: Person }
        type Mutation { add(person: PersonInput!, key: Key): Person rename(id: ID!, name: String! = "x"): Person! }
        type Subscription { added(kind: Kind): Person }
        interface Node { id: ID! }
        interface Named { name(short: Boolean! = false): String }
        type Person implements Node & Named { id: ID! name(short: Boolean! = false): String friends(first: Int): [Person] kind: Kind score: Float at: Time }
        type Place implements Named { name(short: Boolean! = false): String matrix: [[Int!]]! }
        union Found = Person | Place
        enum Kind { GOOD BAD @deprecated }
        scalar Time @specifiedBy(url: "https://example.com")
        input Filter { name: String tags: [String!] and: [Filter!] kind: Kind = GOOD limit: Int! = 10 }
        input PersonInput { name: String! score: Float at: Time filter: Filter }
        input Key @oneOf { id: ID name: String }
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        directive @tag(name: String!, weight: Int = 1) repeatable on FIELD | OBJECT | FIELD_DEFINITION | SCHEMA
        """
}
