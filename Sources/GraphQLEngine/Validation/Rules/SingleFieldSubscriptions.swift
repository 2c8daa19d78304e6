/// A subscription has one root field, which is no introspection field and does not depend on variables
/// (section 5.2.4.1).
enum SingleFieldSubscriptions {
    static func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.kind == .subscription, let type = context.schema.subscriptionType else { return }
        let name = operation.name.map { "Subscription \"\(context.text($0))\"" } ?? "Anonymous Subscription"
        var root = SubscriptionRoot(type, context)
        root.collect(operation.selectionSet)
        guard root.conditions.isEmpty else {
            let message = "\(name) must not use `@skip` or `@include` directives in the top level selection."
            return context.report(message, at: root.conditions)
        }
        if root.groups.isEmpty {
            context.report("\(name) must select one top level field.", at: operation.selectionSetOffset)
        } else if root.groups.count > 1 {
            let others = root.groups.dropFirst().flatMap { $0 }.map(\.offset)
            context.report("\(name) must select only one top level field.", at: others)
        }
        for group in root.groups {
            guard let field = group.first?.name, context.text(field).hasPrefix("__") else { continue }
            context.report("\(name) must not select an introspection top level field.", at: group.map(\.offset))
        }
    }
}

/// The fields of a subscription's root selection set by response name, fragments in place.
private struct SubscriptionRoot {
    /// A fragment, and the `@defer` below which it is spread, or -1.
    private struct Visit: Hashable {
        let fragment: Int
        let deferOffset: Int32
    }

    /// Fields with the same response name stand together.
    private(set) var groups: [[Selection]] = []
    /// Places of `@skip` and `@include`.
    private(set) var conditions: [Int32] = []
    private var positions: [Int32: Int] = [:]
    private var visits: Set<Visit> = []
    private let type: TypeID
    private let context: ValidationContext

    init(_ type: TypeID, _ context: ValidationContext) {
        self.type = type
        self.context = context
    }

    mutating func collect(_ selectionSet: NodeRange, deferOffset: Int32 = -1) {
        context.spend(fragmentWork: Int(selectionSet.count))
        for selection in context.document.selections[selectionSet.indices] {
            if context.isFinished { return }
            if isConditional(selection) { continue }
            switch selection.kind {
            case .field: add(selection)
            case .inlineFragment:
                guard applies(selection.name) else { continue }
                let place = placeOfDefer(on: selection) ?? deferOffset
                collect(selection.selectionSet ?? .empty, deferOffset: place)
            case .fragmentSpread: follow(selection, deferOffset)
            }
        }
    }

    /// A fragment is taken once, but again below each `@defer` as long as it was not taken without one.
    private mutating func follow(_ spread: Selection, _ deferOffset: Int32) {
        guard let index = spread.name.flatMap({ context.fragments[$0] }) else { return }
        let fragment = context.document.fragments[index]
        guard applies(fragment.typeCondition) else { return }
        let place = placeOfDefer(on: spread) ?? deferOffset
        guard !visits.contains(Visit(fragment: index, deferOffset: -1)) else { return }
        guard visits.insert(Visit(fragment: index, deferOffset: place)).inserted else { return }
        collect(fragment.selectionSet, deferOffset: place)
    }

    private mutating func add(_ field: Selection) {
        guard let key = field.alias ?? field.name else { return }
        if let position = positions[key.symbol] { return groups[position].append(field) }
        positions[key.symbol] = groups.count
        groups.append([field])
    }

    private mutating func isConditional(_ selection: Selection) -> Bool {
        let document = context.document
        guard let condition = document.directive("skip", on: selection) ?? document.directive("include", on: selection)
        else { return false }
        conditions.append(condition.offset)
        return true
    }

    private func placeOfDefer(on selection: Selection) -> Int32? {
        guard let directive = context.document.directive("defer", on: selection) else { return nil }
        if case .boolean(false) = context.document.argument("if", of: directive)?.kind { return nil }
        return directive.offset
    }

    /// Whether subscriptions meet a type condition; none is met by all.
    private func applies(_ condition: Name?) -> Bool {
        guard let condition else { return true }
        guard let id = context.schema.type(named: context.text(condition)) else { return false }
        return id == type || context.schema[id].kind.isAbstract && context.schema[id].possibleTypes.contains(type)
    }
}
