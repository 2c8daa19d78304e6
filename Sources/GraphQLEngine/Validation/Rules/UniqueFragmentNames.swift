/// No two fragments of a document have the same name (section 5.5.1.1).
enum UniqueFragmentNames {
    static func check(_ index: Int, _ context: ValidationContext) {
        let name = context.document.fragments[index].name
        guard let first = context.fragments[name], first != index else { return }
        let firstOffset = context.document.fragments[first].name.offset
        let text = context.text(name)
        context.report("There can be only one fragment named \"\(text)\".", at: firstOffset, name.offset)
    }
}
