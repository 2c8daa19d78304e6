/// The values of an enum, from its definition and its extensions, have different names (section 3.9 "Enums").
final class UniqueEnumValueNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    private var names = MemberNames()

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(type: TypeNode) {
        if type.enumValues.isEmpty { return }
        let typeName = context.text(type.name)
        let existing = context.schema.flatMap { schema in schema.type(named: typeName).map { schema[$0] } }
        for value in context.document.enumValues[type.enumValues.indices] {
            let coordinate = "\(typeName).\(context.text(value.name))"
            if existing?.enumValueIndex(context.text(value.name)) != nil {
                let message = "already exists in the schema. It cannot also be defined in this type extension."
                context.report("Enum value \"\(coordinate)\" \(message)", at: [value.name.offset])
            } else if let first = names.firstOffset(of: value.name, in: type.name) {
                let message = "Enum value \"\(coordinate)\" can only be defined once."
                context.report(message, at: [first, value.name.offset])
            }
        }
    }
}
