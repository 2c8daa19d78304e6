public import GraphQLEngine

/// A list of objects with ten scalars each, as rows of a schema of their own.
public struct ItemList {
    public static let sdl = """
        type Query { items: [Item!]! }
        type Item { a: Int! b: Int! c: String! d: String! e: String f: String! g: Boolean! h: Float! i: Int j: ID! }
        """

    public static let query = "{ items { a b c d e f g h i j } }"

    public struct Item: ObjectRow {
        public static let typeName = "Item"
        public let number: Int32
        public let text: String
    }

    public final class Context: RequestContext {
        public init() {}
        public func dispatch() async {}
        public func publicError(for error: any Error) -> GraphQLError { GraphQLError("\(error)") }
    }

    public let items: [Item]

    public init(count: Int32) {
        items = (0..<count).map { Item(number: $0, text: "some text number \($0)") }
    }

    public var bindings: Bindings<Context> {
        var bindings = Bindings<Context>()
        bindings.object(QueryRow.self) { [items] type in type.child("items") { _ in items } }
        bindings.object(Item.self) { type in
            type.value("a") { $0.number }
            type.value("b") { $0.number &+ 1 }
            type.value("c") { $0.text }
            type.value("d") { $0.text }
            type.value("e") { Optional($0.text) }
            type.value("f") { $0.text }
            type.value("g") { $0.number % 2 == 0 }
            type.value("h") { Double($0.number) * 0.5 }
            type.value("i") { Optional($0.number) }
            type.value("j") { $0.text }
        }
        return bindings
    }
}
