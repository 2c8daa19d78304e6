/// Arguments of a directive that are non-null and have no default are given (section 5.4.3).
final class ProvidedRequiredArgumentsOnDirectivesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func leave(directive: Directive) {
        guard let signature = context.directives[directive.name], !signature.requiredArguments.isEmpty else { return }
        let given = Set(context.document.arguments[directive.arguments.indices].map { context.text($0.name) })
        for argument in signature.requiredArguments where !given.contains(argument.name) {
            let coordinate = "@\(context.text(directive.name))(\(argument.name):)"
            let message =
                "Argument \"\(coordinate)\" of type \"\(argument.type)\" is required, but it was not provided."
            context.report(message, at: [directive.offset])
        }
    }
}
