/// The schema definition and its extensions name one root type per operation (section 3.3.1 "Root Operation Types").
final class UniqueOperationTypesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    private var first: [OperationKind: OperationTypeNode] = [:]

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(schema: SchemaNode) {
        for node in context.document.operationTypes[schema.operationTypes.indices] { check(node) }
    }

    private func check(_ node: OperationTypeNode) {
        let operation = node.operation.rawValue
        if context.schema?.rootType(of: node.operation) != nil {
            let message = "Type for \(operation) already defined in the schema. It cannot be redefined."
            context.report(message, at: [node.offset])
        } else if let first = first[node.operation] {
            let message = "There can be only one \(operation) type in schema."
            context.report(message, at: [first.offset, node.offset])
        } else {
            first[node.operation] = node
        }
    }
}
