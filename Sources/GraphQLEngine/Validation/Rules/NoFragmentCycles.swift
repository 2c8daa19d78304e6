/// No fragment spreads itself, directly or through others (section 5.5.2.2).
///
/// A depth-first search that enters every fragment once.
final class NoFragmentCycles {
    private let context: ValidationContext
    /// By symbol of a fragment's name.
    private var isVisited: [Bool]
    /// By symbol: the fragment's position on the path that is being searched, or -1.
    private var positions: [Int32]
    private var path: [Int32] = []

    init(_ context: ValidationContext) {
        self.context = context
        let count = context.document.fragments.isEmpty ? 0 : context.document.symbols.count
        isVisited = [Bool](repeating: false, count: count)
        positions = [Int32](repeating: -1, count: count)
    }

    /// - Parameter fragment: index into ``Document/fragments``.
    func check(_ fragment: Int) {
        let symbol = Int(context.document.fragments[fragment].name.symbol)
        guard !isVisited[symbol] else { return }
        isVisited[symbol] = true
        positions[symbol] = Int32(path.count)
        for spread in context.types.spreads(ofFragment: fragment) where !context.isFinished {
            guard let name = context.document.selections[Int(spread)].name else { continue }
            path.append(spread)
            let start = positions[Int(name.symbol)]
            if start >= 0 {
                report(path[Int(start)...])
            } else if let target = context.fragments[name] {
                check(target)
            }
            path.removeLast()
        }
        positions[symbol] = -1
    }

    private func report(_ cycle: ArraySlice<Int32>) {
        let spreads = cycle.map { context.document.selections[Int($0)] }
        let names = spreads.compactMap(\.name).map(context.text)
        guard let name = names.last else { return }
        let via = names.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
        context.report(
            "Cannot spread fragment \"\(name)\" within itself\(via.isEmpty ? "" : " via \(via)").",
            at: spreads.map(\.offset)
        )
    }
}
