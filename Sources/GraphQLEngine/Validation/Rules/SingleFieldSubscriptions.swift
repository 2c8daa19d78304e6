/// A subscription has one root field, which is no introspection field and does not depend on variables
/// (section 5.2.4.1).
enum SingleFieldSubscriptions {
    static func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.kind == .subscription, context.schema.subscriptionType != nil else { return }
        let name = operation.name.map { "Subscription \"\(context.text($0))\"" } ?? "Anonymous Subscription"
        var root = RootFields()
        root.collect(operation.selectionSet, context)
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

/// The fields of a root selection set by response name, fragments in place.
private struct RootFields {
    /// Fields with the same response name stand together.
    var groups: [[Selection]] = []
    /// Places of `@skip` and `@include`.
    var conditions: [Int32] = []
    private var positions: [Int32: Int] = [:]
    private var seenFragments: Set<Int> = []

    mutating func collect(_ selectionSet: NodeRange, _ context: ValidationContext) {
        for selection in context.document.selections[selectionSet.indices] {
            collectConditions(selection.directives, context)
            switch selection.kind {
            case .field: add(selection)
            case .inlineFragment: collect(selection.selectionSet ?? .empty, context)
            case .fragmentSpread:
                guard let name = selection.name, let fragment = context.fragments[name] else { continue }
                guard seenFragments.insert(fragment).inserted else { continue }
                collect(context.document.fragments[fragment].selectionSet, context)
            }
        }
    }

    private mutating func add(_ field: Selection) {
        guard let key = field.alias ?? field.name else { return }
        if let position = positions[key.symbol] { return groups[position].append(field) }
        positions[key.symbol] = groups.count
        groups.append([field])
    }

    private mutating func collectConditions(_ directives: NodeRange, _ context: ValidationContext) {
        for directive in context.document.directives[directives.indices] {
            let name = context.text(directive.name)
            if name == "skip" || name == "include" { conditions.append(directive.offset) }
        }
    }
}
