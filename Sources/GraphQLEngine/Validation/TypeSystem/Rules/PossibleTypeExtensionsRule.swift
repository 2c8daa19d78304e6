/// An extension extends a type of its own kind, from the document or from the schema (section 3.4.3 "Type Extensions").
final class PossibleTypeExtensionsRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    /// The types that the document defines, by symbol.
    private let defined: [Int32: TypeNode]

    init(_ context: SchemaDocumentContext) {
        self.context = context
        let types = context.document.types.filter { !$0.isExtension }
        defined = Dictionary(types.map { ($0.name.symbol, $0) }, uniquingKeysWith: { _, last in last })
    }

    func enter(type: TypeNode) {
        guard type.isExtension else { return }
        let name = context.text(type.name)
        let definition = defined[type.name.symbol]
        guard let kind = definition?.kind ?? existingKind(name) else { return reportUndefined(type.name) }
        if kind == type.kind { return }
        let offsets = [definition?.offset, type.offset].compactMap { $0 }
        context.report("Cannot extend non-\(type.kind.text) type \"\(name)\".", at: offsets)
    }

    private func existingKind(_ name: String) -> TypeKind? {
        context.schema.flatMap { schema in schema.type(named: name).map { schema[$0].kind } }
    }

    private func reportUndefined(_ name: Name) {
        let suggestion = context.suggestion(for: context.text(name), among: names)
        let message = "Cannot extend type \"\(context.text(name))\" because it is not defined.\(suggestion)"
        context.report(message, at: [name.offset])
    }

    private var names: [String] {
        let existing = context.schema?.types.map(\.name) ?? []
        return Array(Set(defined.values.map { context.text($0.name) } + existing))
    }
}

extension TypeKind {
    /// The kind as messages name it.
    fileprivate var text: String {
        switch self {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input object"
        }
    }
}
