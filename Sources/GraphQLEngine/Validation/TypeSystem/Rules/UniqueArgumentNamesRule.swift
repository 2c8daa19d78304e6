/// No argument is given twice (section 5.4.2).
final class UniqueArgumentNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(arguments: NodeRange) {
        UniqueArgumentNames.check(arguments, context)
    }

    func enter(directive: Directive, at location: DirectiveLocation) {
        UniqueArgumentNames.check(directive.arguments, context)
    }
}
