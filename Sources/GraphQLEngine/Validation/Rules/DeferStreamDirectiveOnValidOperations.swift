/// In subscriptions `@defer` and `@stream` can be switched off (incremental delivery, "Defer And Stream Directives Are
/// Used On Valid Operations").
final class DeferStreamDirectiveOnValidOperations {
    private let context: ValidationContext
    /// Symbols of the fragments in which an earlier operation found nothing wrong.
    private var fineFragments: Set<Int32> = []
    private var visited: Set<Int32> = []
    /// Offsets of the spreads around the selections that are looked at, the outermost first.
    private var spreads: [Int32] = []

    init(_ context: ValidationContext) {
        self.context = context
    }

    func check(_ operation: OperationDefinition) {
        guard operation.kind == .subscription else { return }
        visited.removeAll()
        if check(operation.selectionSet) { fineFragments.formUnion(visited) }
    }

    /// Whether nothing is wrong.
    private func check(_ selectionSet: NodeRange) -> Bool {
        var isFine = true
        for index in selectionSet.indices where !context.isFinished {
            let selection = context.document.selections[index]
            if canBeLeftOut(selection) { continue }
            isFine = checkDirectives(selection.directives) && isFine
            if selection.kind == .fragmentSpread {
                isFine = check(spread: selection) && isFine
            } else if let nested = selection.selectionSet {
                isFine = check(nested) && isFine
            }
        }
        return isFine
    }

    private func check(spread: Selection) -> Bool {
        guard let name = spread.name, !fineFragments.contains(name.symbol) else { return true }
        guard visited.insert(name.symbol).inserted, let fragment = context.fragments[name] else { return true }
        spreads.append(spread.offset)
        defer { spreads.removeLast() }
        return check(context.document.fragments[fragment].selectionSet)
    }

    private func checkDirectives(_ directives: NodeRange) -> Bool {
        var isFine = true
        for directive in context.document.directives[directives.indices] {
            let name = context.text(directive.name)
            guard name == "defer" || name == "stream", !canBeSwitchedOff(directive) else { continue }
            isFine = false
            context.report(
                "\(name == "defer" ? "Defer" : "Stream") directive not supported on subscription operations."
                    + " Disable `@\(name)` by setting the `if` argument to `false`.",
                at: [directive.offset] + spreads.reversed()
            )
        }
        return isFine
    }

    private func canBeSwitchedOff(_ directive: Directive) -> Bool {
        switch context.document.argument("if", of: directive)?.kind {
        case .boolean(let condition): !condition
        case .variable: true
        default: false
        }
    }

    private func canBeLeftOut(_ selection: Selection) -> Bool {
        let document = context.document
        if let skip = document.directive("skip", on: selection) {
            // An argument that is missing is reported by ``ProvidedRequiredArguments``.
            guard case .boolean(false) = document.argument("if", of: skip)?.kind else { return true }
        }
        guard let include = document.directive("include", on: selection) else { return false }
        switch document.argument("if", of: include)?.kind {
        case nil, .boolean(true): return false
        default: return true
        }
    }
}
