/// The fragments of a document by the symbol of their name.
struct FragmentIndex {
    /// Index into ``Document/fragments``, or -1.
    private var positions: [Int32]

    init(_ document: Document) {
        positions = [Int32](repeating: -1, count: document.symbols.count)
        for (index, fragment) in document.fragments.enumerated() {
            positions[Int(fragment.name.symbol)] = Int32(index)
        }
    }

    /// Index into ``Document/fragments``; of several fragments with one name the last.
    subscript(name: Name) -> Int? {
        let position = positions[Int(name.symbol)]
        return position < 0 ? nil : Int(position)
    }
}
