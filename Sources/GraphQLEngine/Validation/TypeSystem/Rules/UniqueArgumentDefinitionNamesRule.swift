/// The arguments of a field or directive have different names (section 3.6.1 "Field Arguments").
final class UniqueArgumentDefinitionNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(type: TypeNode) {
        for field in context.document.fields[type.fields.indices] where field.arguments.count > 1 {
            check(field.arguments, of: "\(context.text(type.name)).\(context.text(field.name))")
        }
    }

    func enter(directiveDefinition definition: DirectiveNode) {
        check(definition.arguments, of: "@\(context.text(definition.name))")
    }

    private func check(_ arguments: NodeRange, of owner: String) {
        let names = context.document.inputValues[arguments.indices].map(\.name)
        for (name, offsets) in NameGroups.duplicates(of: names) {
            context.report("Argument \"\(owner)(\(context.text(name)):)\" can only be defined once.", at: offsets)
        }
    }
}
