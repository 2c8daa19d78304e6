/// How deep selection sets are nested with the fragments in place; cycles end where they close.
///
/// Rules follow fragments by recursion, so that this limit also bounds their stack.
struct FragmentNesting {
    static let greatestDepth = 1_000

    private let document: Document
    private let fragments: FragmentIndex
    /// By fragment: the depth of its selection set, or -1 while it is not known.
    private var depths: [Int32]

    init(_ document: Document, _ fragments: FragmentIndex) {
        self.document = document
        self.fragments = fragments
        depths = [Int32](repeating: -1, count: document.fragments.count)
        let nestings = document.fragments.map { nesting(of: $0.selectionSet) }
        for root in nestings.indices where depths[root] < 0 { measure(root, nestings) }
    }

    func isTooDeep(fragment: Int) -> Bool {
        depths[fragment] > FragmentNesting.greatestDepth
    }

    func isTooDeep(_ operation: OperationDefinition) -> Bool {
        depth(nesting(of: operation.selectionSet)) > FragmentNesting.greatestDepth
    }
}

extension FragmentNesting {
    /// The depth of a selection set by itself, and the fragments that it spreads with the depths at which they stand.
    private struct Nesting {
        var depth: Int32 = 0
        var spreads: [(fragment: Int, depth: Int32)] = []
    }

    private func nesting(of selectionSet: NodeRange) -> Nesting {
        var nesting = Nesting()
        var pending: [(set: NodeRange, depth: Int32)] = [(selectionSet, 1)]
        while let (set, depth) = pending.popLast() {
            nesting.depth = max(nesting.depth, depth)
            for index in set.indices {
                let selection = document.selections[index]
                if let nested = selection.selectionSet {
                    pending.append((nested, depth + 1))
                } else if selection.kind == .fragmentSpread, let fragment = selection.name.flatMap({ fragments[$0] }) {
                    nesting.spreads.append((fragment, depth))
                }
            }
        }
        return nesting
    }

    private func depth(_ nesting: Nesting) -> Int32 {
        nesting.spreads.reduce(nesting.depth) { max($0, $1.depth + max(depths[$1.fragment], 0)) }
    }

    /// Walks the fragments below one of them without recursion.
    private mutating func measure(_ root: Int, _ nestings: [Nesting]) {
        var path: [(fragment: Int, next: Int)] = [(root, 0)]
        var isOnPath: Set<Int> = [root]
        while let (fragment, next) = path.last {
            if next < nestings[fragment].spreads.count {
                path[path.count - 1].next += 1
                let target = nestings[fragment].spreads[next].fragment
                if depths[target] < 0, isOnPath.insert(target).inserted { path.append((target, 0)) }
            } else {
                path.removeLast()
                isOnPath.remove(fragment)
                depths[fragment] = depth(nestings[fragment])
            }
        }
    }
}
