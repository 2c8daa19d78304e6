/// Types that a document names are defined by the schema, or by the document itself (section 5.5.1.2).
final class KnownTypeNames {
    /// Symbols of the types that the document defines.
    private let defined: Set<Int32>

    init(_ document: Document) {
        defined = Set(document.types.lazy.filter { !$0.isExtension }.map(\.name.symbol))
    }

    /// - Parameter inTypeSystem: whether the name stands in a type-system definition, where the types of the
    ///   specification may be used although the schema does not use them.
    func check(_ name: Name, inTypeSystem: Bool, _ context: ValidationContext) {
        let text = context.text(name)
        if context.schema.type(named: text) != nil || defined.contains(name.symbol) { return }
        if inTypeSystem, KnownTypeNamesRule.specified.contains(text) { return }
        let suggestion = context.suggestion(for: text, among: names(inTypeSystem, context))
        context.report("Unknown type \"\(text)\".\(suggestion)", at: name.offset)
    }

    /// - Parameter type: index into ``Document/typeReferences``.
    func check(type: Int32, inTypeSystem: Bool, _ context: ValidationContext) {
        switch context.document.typeReferences[Int(type)].kind {
        case .named(let name): check(name, inTypeSystem: inTypeSystem, context)
        case .list(let inner), .nonNull(let inner): check(type: inner, inTypeSystem: inTypeSystem, context)
        }
    }

    private func names(_ inTypeSystem: Bool, _ context: ValidationContext) -> [String] {
        let standard = inTypeSystem ? Array(KnownTypeNamesRule.specified) : []
        return standard + context.schema.types.map(\.name) + defined.map { context.document.symbols[Int($0)] }
    }
}
