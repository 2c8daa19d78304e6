import JSON

/// Refuses a document that asks for too much, before validation: for each operation every selection set that it
/// reaches is measured once, and cycles of fragments end where they close.
public struct LimitCheck {
    private let document: Document
    private let limits: RequestLimits
    private let fragments: FragmentIndex
    private let isIntrospectionRoot: [Bool]
    private let isIntrospectionList: [Bool]
    private var measures: [SelectionMeasure]
    /// By fragment, the operation for which it was measured and the one for which its root fields were counted: what
    /// belongs to another operation counts as unknown, so that an operation costs what it reaches and no more.
    private var measuredFor: [Int]
    private var countedFor: [Int]
    private var operation = 0
    private var fragmentCount = 0
    private var fragmentNesting = 0
    /// Fragments inside one another are not followed any deeper, which bounds the stack when their number is unlimited.
    private static let maximumFragmentNesting = 500
    private var aliasCount = 0
    private var firstAliasTooMany: Int32?

    /// One error per limit that the first operation to exceed one exceeds; its `extensions` have the limit's name and
    /// maximum, and how much the operation has.
    public static func check(_ document: Document, limits: RequestLimits) -> [GraphQLError] {
        var check = LimitCheck(document, limits)
        var errors = check.documentErrors()
        for operation in document.operations.indices where errors.isEmpty {
            check.begin(operation)
            errors = check.errors(document.operations[operation])
        }
        return errors
    }

    private init(_ document: Document, _ limits: RequestLimits) {
        self.document = document
        self.limits = limits
        fragments = FragmentIndex(document)
        measures = [SelectionMeasure](repeating: SelectionMeasure(), count: document.fragments.count)
        measuredFor = [Int](repeating: -1, count: document.fragments.count)
        countedFor = measuredFor
        isIntrospectionRoot = document.symbols.map { $0 == "__schema" || $0 == "__type" }
        let lists: Set = ["fields", "interfaces", "possibleTypes", "inputFields"]
        isIntrospectionList = document.symbols.map(lists.contains)
    }

    private mutating func begin(_ operation: Int) {
        self.operation = operation
        fragmentCount = 0
        aliasCount = 0
        firstAliasTooMany = nil
    }

    /// What counts for the document as a whole.
    private func documentErrors() -> [GraphQLError] {
        let place = document.operations.first?.offset ?? 0
        let count = document.directives.count
        let directives = finding("directives", "Too many directives", count, limits.directives, place)
        return [directivesPerNode(place), directives].compactMap { $0 }
    }

    private mutating func errors(_ operation: OperationDefinition) -> [GraphQLError] {
        let measure = measure(operation.selectionSet)
        let isMutation = operation.kind == .mutation
        let place = operation.offset
        let findings = [
            finding("depth", "Fields are nested too deeply", measure.depth, limits.depth, place),
            finding(
                "introspectionDepth",
                "Introspection fields are nested too deeply",
                measure.introspectionDepth,
                limits.introspectionDepth,
                place
            ),
            finding(
                "introspectionLists",
                "Introspection lists are nested too deeply",
                measure.introspectionLists,
                limits.introspectionLists,
                place
            ),
            finding("aliases", "Too many aliases", aliasCount, limits.aliases, firstAliasTooMany ?? place),
            finding(
                "rootFields",
                "Too many root fields",
                rootFieldCount(operation.selectionSet),
                isMutation ? limits.mutationRootFields : limits.rootFields,
                place
            ),
            finding("fragments", "Too many fragments", fragmentCount, limits.fragments, place),
        ]
        return findings.compactMap { $0 }
    }

    private func finding(
        _ limit: String,
        _ text: String,
        _ count: Int,
        _ maximum: Int?,
        _ offset: Int32
    ) -> GraphQLError? {
        guard let maximum, count > maximum else { return nil }
        var error = GraphQLError(
            "\(text): \(count) where at most \(maximum) are allowed.",
            locations: [document.source.location(at: offset)],
            kind: .complexity
        )
        error.extensions["limit"] = .string(limit)
        error.extensions["maximum"] = .int(Int64(maximum))
        error.extensions["actual"] = .int(Int64(count))
        return error
    }
}

extension LimitCheck {
    private mutating func measure(_ selectionSet: NodeRange) -> SelectionMeasure {
        var total = SelectionMeasure()
        for index in selectionSet.indices {
            let selection = document.selections[index]
            countAlias(selection)
            switch selection.kind {
            case .field: total.formUnion(measureField(selection))
            case .inlineFragment: total.formUnion(measure(selection.selectionSet ?? .empty))
            case .fragmentSpread: total.formUnion(measureFragment(selection))
            }
        }
        return total
    }

    private mutating func measureField(_ selection: Selection) -> SelectionMeasure {
        var total = selection.selectionSet.map { measure($0) } ?? SelectionMeasure()
        guard let name = selection.name else { return total }
        if isIntrospectionRoot[Int(name.symbol)] {
            total.introspectionDepth = max(total.introspectionDepth, total.depth)
            total.introspectionLists = max(total.introspectionLists, total.lists)
            total.depth = 1
        } else {
            total.depth += 1
            if isIntrospectionList[Int(name.symbol)] { total.lists += 1 }
        }
        return total
    }

    private mutating func measureFragment(_ selection: Selection) -> SelectionMeasure {
        guard let name = selection.name, let fragment = fragments[name] else { return SelectionMeasure() }
        if measuredFor[fragment] == operation { return measures[fragment] }
        // While the fragment is being measured it counts as empty, which ends a cycle; validation reports it.
        measuredFor[fragment] = operation
        measures[fragment] = SelectionMeasure()
        fragmentCount += 1
        // A document that is refused anyway is not followed any deeper, so that the limit also bounds the stack.
        if let maximum = limits.fragments, fragmentCount > maximum { return SelectionMeasure() }
        fragmentNesting += 1
        defer { fragmentNesting -= 1 }
        if fragmentNesting > Self.maximumFragmentNesting { return SelectionMeasure(depth: Self.maximumFragmentNesting) }
        let result = measure(document.fragments[fragment].selectionSet)
        measures[fragment] = result
        return result
    }

    private mutating func countAlias(_ selection: Selection) {
        guard let alias = selection.alias else { return }
        aliasCount += 1
        if let maximum = limits.aliases, aliasCount == maximum + 1 { firstAliasTooMany = alias.offset }
    }

    /// Fields that stand in the root selection set, each fragment counted once, because what it repeats is merged.
    private mutating func rootFieldCount(_ selectionSet: NodeRange) -> Int {
        var pending = [selectionSet]
        var count = 0
        while let set = pending.popLast() {
            for selection in document.selections[set.indices] {
                switch selection.kind {
                case .field: count += 1
                case .inlineFragment: pending.append(selection.selectionSet ?? .empty)
                case .fragmentSpread:
                    guard let name = selection.name, let fragment = fragments[name] else { continue }
                    if countedFor[fragment] == operation { continue }
                    countedFor[fragment] = operation
                    pending.append(document.fragments[fragment].selectionSet)
                }
            }
        }
        return count
    }

    private func directivesPerNode(_ place: Int32) -> GraphQLError? {
        let onSelections = document.selections.lazy.map { ($0.directives.count, $0.offset) }
        let onOperations = document.operations.lazy.map { ($0.directives.count, $0.offset) }
        let onFragments = document.fragments.lazy.map { ($0.directives.count, $0.offset) }
        let onVariables = document.variables.lazy.map { ($0.directives.count, $0.offset) }
        var most: (count: Int32, offset: Int32) = (0, place)
        for node in onSelections where node.0 > most.count { most = node }
        for node in onOperations where node.0 > most.count { most = node }
        for node in onFragments where node.0 > most.count { most = node }
        for node in onVariables where node.0 > most.count { most = node }
        return finding(
            "directivesPerNode",
            "Too many directives in one place",
            Int(most.count),
            limits.directivesPerNode,
            most.offset
        )
    }
}
