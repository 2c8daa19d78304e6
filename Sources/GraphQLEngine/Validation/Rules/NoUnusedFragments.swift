/// Every fragment is reached by some operation (section 5.5.1.4).
enum NoUnusedFragments {
    static func check(_ context: ValidationContext) {
        let document = context.document
        guard !document.fragments.isEmpty, !context.isFull else { return }
        var isUsed = [Bool](repeating: false, count: document.symbols.count)
        for operation in document.operations.indices {
            for fragment in context.fragments(reachedBy: operation) {
                isUsed[Int(document.fragments[fragment].name.symbol)] = true
            }
        }
        for fragment in document.fragments where !isUsed[Int(fragment.name.symbol)] {
            context.report("Fragment \"\(context.text(fragment.name))\" is never used.", at: fragment.offset)
        }
    }
}
