/// Lists of the introspection types are not nested three deep below `__schema` or `__type`, because each level
/// multiplies the answer. A rule of GraphQL.js; every fragment is looked at once per depth at which it is spread.
final class MaximumIntrospectionDepth {
    private static let greatestDepth = 3
    private static let unvisited: Int32 = -1
    private static let unlimited = Int32.max

    private let context: ValidationContext
    private let isList: [Bool]
    /// By fragment: the greatest depth at which it was entered and found to be fine.
    private var fineDepths: [Int32]
    /// By fragment: the smallest depth at which it was entered and found to be too deep.
    private var exceededDepths: [Int32]
    /// By fragment: the greatest depth at which it was entered below the field that is checked.
    private var visitedDepths: [Int32] = []
    /// The field that was reported; what is below it is not looked at again.
    private var reported: Int?

    init(_ context: ValidationContext) {
        self.context = context
        let lists: Set = ["fields", "interfaces", "possibleTypes", "inputFields"]
        isList = context.document.symbols.map(lists.contains)
        let count = context.document.fragments.count
        fineDepths = [Int32](repeating: MaximumIntrospectionDepth.unvisited, count: count)
        exceededDepths = [Int32](repeating: MaximumIntrospectionDepth.unlimited, count: count)
    }

    func enter(_ index: Int) {
        guard reported == nil else { return }
        let field = context.document.selections[index]
        guard let name = field.name.map(context.text), name == "__schema" || name == "__type" else { return }
        let count = context.document.fragments.count
        visitedDepths = [Int32](repeating: MaximumIntrospectionDepth.unvisited, count: count)
        guard exceeds(field, 0) else { return }
        context.report("Maximum introspection depth exceeded", at: field.offset)
        reported = index
    }

    func leave(_ index: Int) {
        if reported == index { reported = nil }
    }

    private func exceeds(_ selection: Selection, _ depth: Int32) -> Bool {
        guard selection.kind != .fragmentSpread else { return exceeds(spread: selection, depth) }
        var depth = depth
        if selection.kind == .field, let name = selection.name, isList[Int(name.symbol)] {
            depth += 1
            if depth >= MaximumIntrospectionDepth.greatestDepth { return true }
        }
        return exceeds(selection.selectionSet ?? .empty, depth)
    }

    private func exceeds(_ selectionSet: NodeRange, _ depth: Int32) -> Bool {
        selectionSet.indices.contains { exceeds(context.document.selections[$0], depth) }
    }

    private func exceeds(spread: Selection, _ depth: Int32) -> Bool {
        guard let fragment = spread.name.flatMap({ context.fragments[$0] }) else { return false }
        if exceededDepths[fragment] <= depth { return true }
        if visitedDepths[fragment] >= depth || fineDepths[fragment] >= depth { return false }
        visitedDepths[fragment] = depth
        if exceeds(context.document.fragments[fragment].selectionSet, depth) {
            exceededDepths[fragment] = depth
            return true
        }
        fineDepths[fragment] = depth
        return false
    }
}
