/// A fragment can apply where it is spread: some object is of both types (section 5.5.2.3).
final class PossibleFragmentSpreads {
    private let context: ValidationContext
    /// By type: the last comparison in which it was a possible type of the first of the two.
    private var comparisons: [Int32] = []
    private var comparison: Int32 = 0

    init(_ context: ValidationContext) {
        self.context = context
    }

    func check(_ index: Int) {
        guard let parent = context.types.parent(index), let type = context.types.inner(index) else { return }
        guard !overlap(parent, type) else { return }
        let selection = context.document.selections[index]
        let name = selection.kind == .fragmentSpread ? selection.name.map { " \"\(context.text($0))\"" } : nil
        context.report(
            "Fragment\(name ?? "") cannot be spread here as objects of type \"\(context.name(of: parent))\""
                + " can never be of type \"\(context.name(of: type))\".",
            at: selection.offset
        )
    }

    private func overlap(_ left: TypeID, _ right: TypeID) -> Bool {
        let types = context.schema.types
        if left == right { return true }
        switch (types[Int(left.index)].kind.isAbstract, types[Int(right.index)].kind.isAbstract) {
        case (false, false): return false
        case (true, false): return types[Int(left.index)].possibleTypes.contains(right)
        case (false, true): return types[Int(right.index)].possibleTypes.contains(left)
        case (true, true): return haveCommonTypes(left, right)
        }
    }

    private func haveCommonTypes(_ left: TypeID, _ right: TypeID) -> Bool {
        let types = context.schema.types
        if comparisons.isEmpty { comparisons = [Int32](repeating: 0, count: types.count) }
        comparison += 1
        for type in types[Int(left.index)].possibleTypes { comparisons[Int(type.index)] = comparison }
        return types[Int(right.index)].possibleTypes.contains { comparisons[Int($0.index)] == comparison }
    }
}
