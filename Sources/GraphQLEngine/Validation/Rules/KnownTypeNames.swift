/// Types named by variables and fragments are defined by the schema (section 5.5.1.2).
enum KnownTypeNames {
    static func check(_ name: Name, _ context: ValidationContext) {
        let text = context.text(name)
        guard context.schema.type(named: text) == nil else { return }
        let suggestion = context.suggestion(for: text, among: context.schema.types.map(\.name))
        context.report("Unknown type \"\(text)\".\(suggestion)", at: name.offset)
    }

    /// - Parameter type: index into ``Document/typeReferences``.
    static func check(type: Int32, _ context: ValidationContext) {
        switch context.document.typeReferences[Int(type)].kind {
        case .named(let name): check(name, context)
        case .list(let inner), .nonNull(let inner): check(type: inner, context)
        }
    }
}
