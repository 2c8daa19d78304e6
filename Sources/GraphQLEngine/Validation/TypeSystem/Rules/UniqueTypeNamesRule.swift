/// No two types have the same name (section 3.4 "Types").
final class UniqueTypeNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    /// Places of the first definitions, by symbol.
    private var first: [Int32: Int32] = [:]

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(type: TypeNode) {
        if type.isExtension { return }
        let name = context.text(type.name)
        if context.schema?.type(named: name) != nil {
            let message = "already exists in the schema. It cannot also be defined in this type definition."
            context.report("Type \"\(name)\" \(message)", at: [type.name.offset])
        } else if let first = first[type.name.symbol] {
            context.report("There can be only one type named \"\(name)\".", at: [first, type.name.offset])
        } else {
            first[type.name.symbol] = type.name.offset
        }
    }
}
