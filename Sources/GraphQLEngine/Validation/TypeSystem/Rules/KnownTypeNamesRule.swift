/// Types that are referred to are defined by the document, by the schema that it extends or by the specification
/// (section 3.4 "Types").
final class KnownTypeNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    /// Symbols of the types that the document defines.
    private let defined: Set<Int32>
    private lazy var namesInOperations = Array(names)
    private lazy var namesInSchemas = Array(names.union(KnownTypeNamesRule.specified))

    init(_ context: SchemaDocumentContext) {
        self.context = context
        defined = Set(context.document.types.filter { !$0.isExtension }.map(\.name.symbol))
    }

    /// What the document and the schema define.
    private var names: Set<String> {
        Set((context.schema?.types.map(\.name) ?? []) + defined.map { context.document.symbols[Int($0)] })
    }

    func enter(namedType name: Name, isTypeSystem: Bool) {
        if defined.contains(name.symbol) { return }
        let text = context.text(name)
        if context.schema?.type(named: text) != nil { return }
        if isTypeSystem, KnownTypeNamesRule.specified.contains(text) { return }
        let suggestion = context.suggestion(for: text, among: isTypeSystem ? namesInSchemas : namesInOperations)
        context.report("Unknown type \"\(text)\".\(suggestion)", at: [name.offset])
    }

    /// The specification's scalars and introspection types, which every schema may refer to.
    static let specified: Set<String> = [
        "Int", "Float", "String", "Boolean", "ID",
        "__Schema", "__Directive", "__DirectiveLocation", "__Type", "__Field", "__InputValue", "__EnumValue",
        "__TypeKind",
    ]
}
