/// No fragment spreads itself, directly or through others (section 5.5.2.2).
///
/// A depth-first search that enters every fragment once.
final class NoFragmentCycles {
    private let context: ValidationContext
    private var isVisited: [Bool]
    /// By fragment: its position on the path that is being searched.
    private var positions: [Int?]
    private var path: [Int32] = []

    init(_ context: ValidationContext) {
        self.context = context
        isVisited = [Bool](repeating: false, count: context.document.fragments.count)
        positions = [Int?](repeating: nil, count: context.document.fragments.count)
    }

    func check(_ fragment: Int) {
        guard !isVisited[fragment] else { return }
        isVisited[fragment] = true
        positions[fragment] = path.count
        for spread in context.types.spreads(ofFragment: fragment) where !context.isFull {
            let name = context.document.selections[Int(spread)].name
            guard let target = name.flatMap({ context.fragments[$0] }) else { continue }
            path.append(spread)
            if let start = positions[target] {
                report(path[start...])
            } else {
                check(target)
            }
            path.removeLast()
        }
        positions[fragment] = nil
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
