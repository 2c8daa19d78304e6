/// A schema as a large service has one: interfaces, objects, unions, enums, input objects, scalars and directives, all
/// described. The same text for the same number of types; about 370 bytes per type.
public enum LargeSchema {
    /// - Parameter typeCount: a multiple of ten.
    public static func sdl(typeCount: Int) -> String {
        let families = (0..<typeCount / 10).map(family)
        return ([directives, query(familyCount: families.count)] + families).joined(separator: "\n\n") + "\n"
    }

    private static let directives = #"""
        "Who may see the annotated element"
        directive @access(role: Role! = MEMBER, scopes: [String!] = ["read"]) on OBJECT | FIELD_DEFINITION | ENUM_VALUE

        "What a field costs"
        directive @weight(value: Int! = 1) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

        enum Role { MEMBER MANAGER OWNER }

        "A date with time and offset"
        scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
        """#

    private static func query(familyCount: Int) -> String {
        let fields = (0..<familyCount).map {
            "  family\($0)(id: ID!): Node\($0)\n  search\($0)(text: String!): [Found\($0)!]!\n"
        }
        return "type Query {\n\(fields.joined())}"
    }

    /// Ten types that refer to one another and to the family before.
    private static func family(_ number: Int) -> String {
        let objects = ["Account", "Invoice", "Payment", "Product", "Shipment"].map { object($0, number) }
        return ([node(number)] + objects + [found(number), state(number), filter(number), input(number)])
            .joined(separator: "\n\n")
    }

    private static func node(_ number: Int) -> String {
        """
        "What all objects of family \(number) have in common"
        interface Node\(number) {
          "Unique among all objects"
          id: ID!
          createdAt: DateTime!
        }
        """
    }

    private static func object(_ name: String, _ number: Int) -> String {
        let previous = max(0, number - 1)
        return #"""
            """
            The \#(name.lowercased()) of family \#(number), with all that belongs to it.

            It is created once and never deleted.
            """
            type \#(name)\#(number) implements Node\#(number) @access(role: MANAGER) {
              "Unique among all objects"
              id: ID!
              createdAt: DateTime!
              "The name that people read"
              title(locale: String = "en"): String! @weight
              "How far work on it has come"
              state: State\#(number)!
              "The one that it replaces, if there was one"
              previous: Account\#(previous) @deprecated(reason: "Use `related`.")
              "Others that refer to this one"
              related(first: Int = 10, after: String, filter: Filter\#(number) = {states: [OPEN]}): [Found\#(number)!]!
            }
            """#
    }

    private static func found(_ number: Int) -> String {
        """
        "Whatever a search can find"
        union Found\(number) = Account\(number) | Invoice\(number) | Payment\(number) | Product\(number)
        """
    }

    private static func state(_ number: Int) -> String {
        """
        enum State\(number) {
          "Work goes on"
          OPEN
          CLOSED @access(role: OWNER)
          LOST @deprecated
        }
        """
    }

    private static func filter(_ number: Int) -> String {
        """
        "What a list of family \(number) is narrowed to; all conditions must hold"
        input Filter\(number) {
          states: [State\(number)!] = [OPEN, CLOSED]
          "Inclusive"
          from: DateTime
          "Exclusive"
          to: DateTime
          minimum: Float = 0.5
          not: Filter\(number)
        }
        """
    }

    private static func input(_ number: Int) -> String {
        """
        "One of the ways in which an object of family \(number) is named"
        input Reference\(number) {
          id: ID
          "Exactly as it is written there"
          title: String
          kind: String! = "account"
        }
        """
    }
}
