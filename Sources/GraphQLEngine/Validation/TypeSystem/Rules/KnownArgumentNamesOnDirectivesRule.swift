/// Arguments given to a directive are defined by it (section 5.4.1).
final class KnownArgumentNamesOnDirectivesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(directive: Directive, at location: DirectiveLocation) {
        guard !directive.arguments.isEmpty, let signature = context.directives[directive.name] else { return }
        for argument in context.document.arguments[directive.arguments.indices] {
            let name = context.text(argument.name)
            if signature.argumentNames.contains(name) { continue }
            let place = "directive \"@\(context.text(directive.name))\""
            let suggestion = context.suggestion(for: name, among: Array(signature.argumentNames))
            context.report("Unknown argument \"\(name)\" on \(place).\(suggestion)", at: [argument.offset])
        }
    }
}
