/// The type condition of a fragment is an object, interface or union (section 5.5.1.3).
enum FragmentsOnCompositeTypes {
    static func check(inlineFragment: Selection, _ context: ValidationContext) {
        guard let condition = inlineFragment.name, !isComposite(condition, context) else { return }
        let type = context.text(condition)
        context.report("Fragment cannot condition on non composite type \"\(type)\".", at: condition.offset)
    }

    static func check(fragment: FragmentDefinition, _ context: ValidationContext) {
        guard !isComposite(fragment.typeCondition, context) else { return }
        let (name, type) = (context.text(fragment.name), context.text(fragment.typeCondition))
        context.report(
            "Fragment \"\(name)\" cannot condition on non composite type \"\(type)\".",
            at: fragment.typeCondition.offset
        )
    }

    /// Unknown types are left to ``KnownTypeNames``.
    private static func isComposite(_ condition: Name, _ context: ValidationContext) -> Bool {
        guard let type = context.schema.type(named: context.text(condition)) else { return true }
        return context.schema[type].kind.isComposite
    }
}
