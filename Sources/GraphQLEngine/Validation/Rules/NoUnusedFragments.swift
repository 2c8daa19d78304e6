/// Every fragment is reached by some operation (section 5.5.1.4).
enum NoUnusedFragments {
    static func check(_ context: ValidationContext) {
        let document = context.document
        guard !document.fragments.isEmpty else { return }
        let used = Set(context.reach.fragmentsFromAllOperations().map { document.fragments[$0].name.symbol })
        for fragment in document.fragments where !used.contains(fragment.name.symbol) {
            context.report("Fragment \"\(context.text(fragment.name))\" is never used.", at: fragment.offset)
        }
    }
}
