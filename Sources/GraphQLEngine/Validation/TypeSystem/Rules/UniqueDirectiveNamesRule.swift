/// No two directives have the same name (section 3.13 "Directives").
final class UniqueDirectiveNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    /// Places of the first definitions, by symbol.
    private var first: [Int32: Int32] = [:]

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(directiveDefinition definition: DirectiveNode) {
        if definition.isExtension { return }
        let name = context.text(definition.name)
        if context.schema?.directive(named: name) != nil {
            let message = "Directive \"@\(name)\" already exists in the schema. It cannot be redefined."
            context.report(message, at: [definition.name.offset])
        } else if let first = first[definition.name.symbol] {
            let message = "There can be only one directive named \"@\(name)\"."
            context.report(message, at: [first, definition.name.offset])
        } else {
            first[definition.name.symbol] = definition.name.offset
        }
    }
}
