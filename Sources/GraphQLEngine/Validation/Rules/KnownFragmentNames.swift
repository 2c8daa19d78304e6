/// Spread fragments are defined in the document (section 5.5.2.1).
enum KnownFragmentNames {
    static func check(_ spread: Selection, _ context: ValidationContext) {
        guard let name = spread.name, context.fragments[name] == nil else { return }
        context.report("Unknown fragment \"\(context.text(name))\".", at: name.offset)
    }
}
