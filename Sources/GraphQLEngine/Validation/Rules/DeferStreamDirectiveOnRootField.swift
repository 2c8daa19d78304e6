/// `@defer` and `@stream` do not stand on root selections of mutations and subscriptions (incremental delivery, "Defer
/// And Stream Directives Are Used On Valid Root Field").
final class DeferStreamDirectiveOnRootField {
    private let context: ValidationContext
    /// Fragments in which an earlier operation found nothing wrong.
    private var fineFragments: Set<Int> = []

    init(_ context: ValidationContext) {
        self.context = context
    }

    func check(_ operation: OperationDefinition) {
        guard operation.kind != .query, let root = context.schema.rootType(of: operation.kind) else { return }
        let place = "root \(operation.kind.rawValue) type \"\(context.name(of: root))\""
        var visited: Set<Int32> = []
        if check(operation.selectionSet, place, &visited) {
            fineFragments.formUnion(visited.compactMap { context.fragments[Name(symbol: $0, offset: 0)] })
        }
    }

    /// Whether nothing is wrong.
    private func check(_ selectionSet: NodeRange, _ place: String, _ visited: inout Set<Int32>) -> Bool {
        var isFine = true
        for index in selectionSet.indices where !context.isFinished {
            let selection = context.document.selections[index]
            switch selection.kind {
            case .field:
                isFine = refuse("stream", selection, place) && isFine
            case .inlineFragment:
                isFine = refuse("defer", selection, place) && isFine
                isFine = check(selection.selectionSet ?? .empty, place, &visited) && isFine
            case .fragmentSpread:
                isFine = check(spread: selection, place, &visited) && isFine
            }
        }
        return isFine
    }

    private func check(spread: Selection, _ place: String, _ visited: inout Set<Int32>) -> Bool {
        guard let name = spread.name, visited.insert(name.symbol).inserted else { return true }
        guard let fragment = context.fragments[name] else { return true }
        let isFine = refuse("defer", spread, place)
        if fineFragments.contains(fragment) { return isFine }
        return check(context.document.fragments[fragment].selectionSet, place, &visited) && isFine
    }

    /// Whether the selection does not have the directive.
    private func refuse(_ name: String, _ selection: Selection, _ place: String) -> Bool {
        guard let directive = context.document.directive(name, on: selection) else { return true }
        let directiveName = name == "defer" ? "Defer" : "Stream"
        context.report("\(directiveName) directive cannot be used on \(place).", at: directive.offset)
        return false
    }
}

extension Document {
    /// The first directive of a name on a selection.
    func directive(_ name: String, on selection: Selection) -> Directive? {
        guard !selection.directives.isEmpty else { return nil }
        return directives[selection.directives.indices].first { text($0.name) == name }
    }

    /// The value of an argument of a directive.
    func argument(_ name: String, of directive: Directive) -> Value? {
        let argument = arguments[directive.arguments.indices].first { text($0.name) == name }
        return argument.map { values[Int($0.value)] }
    }
}
