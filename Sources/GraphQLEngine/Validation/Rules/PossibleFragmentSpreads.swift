/// A fragment can apply where it is spread: some object is of both types (section 5.5.2.3).
enum PossibleFragmentSpreads {
    static func check(_ index: Int, _ context: ValidationContext) {
        guard let parent = context.types.parent(index), let type = context.types.inner(index) else { return }
        guard !overlap(parent, type, context.schema) else { return }
        let selection = context.document.selections[index]
        let fragment =
            selection.kind == .fragmentSpread ? selection.name.map { "Fragment \"\(context.text($0))\"" } : "Fragment"
        context.report(
            "\(fragment ?? "Fragment") cannot be spread here as objects of type \"\(context.name(of: parent))\""
                + " can never be of type \"\(context.name(of: type))\".",
            at: selection.offset
        )
    }

    private static func overlap(_ left: TypeID, _ right: TypeID, _ schema: Schema) -> Bool {
        if left == right { return true }
        let possible = schema.types[Int(right.index)].possibleTypes
        return schema.types[Int(left.index)].possibleTypes.contains(where: possible.contains)
    }
}
