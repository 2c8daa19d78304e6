/// The fields of a type, from its definition and its extensions, have different names (sections 3.6 "Objects",
/// 3.7 "Interfaces" and 3.10 "Input Objects").
final class UniqueFieldDefinitionNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    private var names = MemberNames()

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(type: TypeNode) {
        let typeName = context.text(type.name)
        let existing = context.schema.flatMap { schema in schema.type(named: typeName).map { schema[$0] } }
        for field in context.document.fields[type.fields.indices] { check(field.name, of: type.name, existing) }
        for field in context.document.inputValues[type.inputFields.indices] {
            check(field.name, of: type.name, existing)
        }
    }

    private func check(_ field: Name, of type: Name, _ existing: NamedType?) {
        let name = context.text(field)
        if let existing, existing.fieldIndex(name) != nil || existing.inputFieldIndex(name) != nil {
            let message = "already exists in the schema. It cannot also be defined in this type extension."
            context.report("Field \"\(context.text(type)).\(name)\" \(message)", at: [field.offset])
        } else if let first = names.firstOffset(of: field, in: type) {
            let message = "Field \"\(context.text(type)).\(name)\" can only be defined once."
            context.report(message, at: [first, field.offset])
        }
    }
}
