/// A directive that is not repeatable stands once in one place (section 5.7.3); the schema, a type or a directive
/// is one place together with its extensions.
final class UniqueDirectivesPerLocationRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    /// By symbol of the directive: where it stands first.
    private typealias FirstOffsets = [Int32: Int32]
    private var onSchema: FirstOffsets = [:]
    /// By symbol of the type.
    private var onTypes: [Int32: FirstOffsets] = [:]
    /// By symbol of the directive that they stand on.
    private var onDirectives: [Int32: FirstOffsets] = [:]

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(schema: SchemaNode) {
        check(schema.directives, &onSchema)
    }

    func enter(type: TypeNode) {
        if !type.directives.isEmpty { check(type.directives, &onTypes[type.name.symbol, default: [:]]) }
    }

    func enter(directiveDefinition definition: DirectiveNode) {
        if !definition.directives.isEmpty {
            check(definition.directives, &onDirectives[definition.name.symbol, default: [:]])
        }
    }

    func enter(directives: NodeRange) {
        if directives.count < 2 { return }
        var first: FirstOffsets = [:]
        check(directives, &first)
    }

    private func check(_ directives: NodeRange, _ first: inout FirstOffsets) {
        for directive in context.document.directives[directives.indices] {
            guard let signature = context.directives[directive.name], !signature.isRepeatable else { continue }
            if let offset = first[directive.name.symbol] {
                let name = context.text(directive.name)
                let message = "The directive \"@\(name)\" can only be used once at this location."
                context.report(message, at: [offset, directive.offset])
            } else {
                first[directive.name.symbol] = directive.offset
            }
        }
    }
}
