/// Leaf fields have no selections, all others have some (section 5.3.3).
enum ScalarLeafs {
    static func check(_ index: Int, _ context: ValidationContext) {
        guard let type = context.types.fieldType(index) else { return }
        let isLeaf = context.types.inner(index) == nil
        let field = context.document.selections[index]
        guard isLeaf == (field.selectionSet != nil), let name = field.name.map(context.text) else { return }
        let typeText = context.schema.text(of: type)
        if isLeaf {
            context.report(
                "Field \"\(name)\" must not have a selection since type \"\(typeText)\" has no subfields.",
                at: field.selectionSetOffset
            )
        } else {
            context.report(
                "Field \"\(name)\" of type \"\(typeText)\" must have a selection of subfields."
                    + " Did you mean \"\(name) { ... }\"?",
                at: field.offset
            )
        }
    }
}
