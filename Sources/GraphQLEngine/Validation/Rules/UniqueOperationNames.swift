/// No two operations of a document have the same name (section 5.2.2.1).
final class UniqueOperationNames {
    /// Where each name stands first, by symbol.
    private var firstOffsets: [Int32: Int32] = [:]

    func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard let name = operation.name else { return }
        guard let first = firstOffsets[name.symbol] else {
            firstOffsets[name.symbol] = name.offset
            return
        }
        let text = context.text(name)
        context.report("There can be only one operation named \"\(text)\".", at: first, name.offset)
    }
}
