/// Directives are defined and stand where their definitions allow it (sections 5.7.1 and 5.7.2).
final class KnownDirectivesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(directive: Directive, at location: DirectiveLocation) {
        let name = context.text(directive.name)
        guard let signature = context.directives[directive.name] else {
            return context.report("Unknown directive \"@\(name)\".", at: [directive.offset])
        }
        if signature.locations.contains(location.rawValue) { return }
        context.report("Directive \"@\(name)\" may not be used on \(location.rawValue).", at: [directive.offset])
    }
}
