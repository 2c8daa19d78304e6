import GraphQLEngine

/// What is selected of an answer: enough to tell two answers apart.
struct Selections {
    private let schema: Schema

    init(_ schema: Schema) {
        self.schema = schema
    }

    /// The fields of a type that need no arguments, and of the objects below them; empty for a leaf.
    func text(of type: TypeReference, depth: Int = 2) -> String {
        let type = schema[schema.namedType(of: type)]
        guard type.kind.isComposite else { return "" }
        let fields = type.fields.filter { $0.arguments.isEmpty }
        let leaves = fields.filter { schema[schema.namedType(of: $0.type)].kind.isLeaf }.map(\.name)
        let objects = fields.filter { schema[schema.namedType(of: $0.type)].kind.isComposite }
        let below = depth == 0 ? [] : objects.map { "\($0.name) \(text(of: $0.type, depth: depth - 1))" }
        return "{ \((["__typename"] + leaves + below).joined(separator: " ")) }"
    }
}
