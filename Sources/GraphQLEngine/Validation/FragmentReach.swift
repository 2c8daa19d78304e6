/// The fragments that operations spread, directly or through others.
final class FragmentReach {
    private unowned let context: ValidationContext
    private var byOperation: [[Int]?]
    /// By the names that operations spread directly: operations with the same names share the result.
    private var byNames: [[Int32]: [Int]] = [:]
    /// By symbol: the last search that met the name.
    private var searches: [Int32]
    private var search: Int32 = 0

    init(_ context: ValidationContext) {
        self.context = context
        byOperation = [[Int]?](repeating: nil, count: context.document.operations.count)
        searches = [Int32](repeating: 0, count: context.document.symbols.count)
    }

    /// Indices into ``Document/fragments``, those first that are reached first.
    func fragments(fromOperation operation: Int) -> [Int] {
        if let known = byOperation[operation] { return known }
        let reached = fragments(from: [operation])
        byOperation[operation] = reached
        return reached
    }

    /// The fragments that at least one operation of the document reaches.
    func fragmentsFromAllOperations() -> [Int] {
        fragments(from: context.document.operations.indices)
    }

    private func fragments(from operations: some Sequence<Int>) -> [Int] {
        search += 1
        var names: [Name] = []
        for operation in operations { collect(context.types.spreads(ofOperation: operation), &names) }
        if names.isEmpty { return [] }
        let key = names.map(\.symbol).sorted()
        if let known = byNames[key] { return known }
        let reached = follow(names)
        byNames[key] = reached
        return reached
    }

    private func follow(_ direct: [Name]) -> [Int] {
        context.spend(fragmentWork: direct.count)
        var names = direct
        var reached: [Int] = []
        var next = 0
        while next < names.count, !context.isFinished {
            if let fragment = context.fragments[names[next]] {
                reached.append(fragment)
                let spreads = context.types.spreads(ofFragment: fragment)
                context.spend(fragmentWork: spreads.count)
                collect(spreads, &names)
            }
            next += 1
        }
        return reached
    }

    private func collect(_ spreads: [Int32], _ names: inout [Name]) {
        for spread in spreads {
            guard let name = context.document.selections[Int(spread)].name else { continue }
            guard searches[Int(name.symbol)] != search else { continue }
            searches[Int(name.symbol)] = search
            names.append(name)
        }
    }
}
