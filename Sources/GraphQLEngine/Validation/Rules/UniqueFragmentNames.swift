/// No two fragments of a document have the same name (section 5.5.1.1).
final class UniqueFragmentNames {
    /// Where each name stands first, by symbol.
    private var firstOffsets: [Int32: Int32] = [:]

    func check(_ fragment: FragmentDefinition, _ context: ValidationContext) {
        let name = fragment.name
        guard let first = firstOffsets[name.symbol] else {
            firstOffsets[name.symbol] = name.offset
            return
        }
        context.report("There can be only one fragment named \"\(context.text(name))\".", at: first, name.offset)
    }
}
