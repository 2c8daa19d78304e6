/// Finds the conflicts of fields pair by pair, those and in the order that GraphQL.js reports.
///
/// A selection set's own fields are compared with one another, then with those of each fragment that it spreads, then
/// the fragments with one another; two fields with selections lead to the comparison of these. Which fragments were
/// compared is remembered, and a budget ends the search in documents that are made to be expensive.
final class FieldConflicts {
    /// Two sets whose comparison need not be repeated.
    private struct Comparison: Hashable {
        let left: Int
        let right: Int
        let leftScope: Int32
        let rightScope: Int32
    }

    private struct SetKey: Hashable {
        let start: Int32
        let count: Int32
        let parent: TypeID?
    }

    let context: ValidationContext
    let scopes: FragmentScopes
    private(set) lazy var comparison = FieldComparison(self)
    private var remaining = 500_000
    private var depth = 0
    private var sets: [SetKey: FieldSet] = [:]
    /// Whether fields were compared with a fragment's only as mutually exclusive ones.
    private var comparedFields: [Comparison: Bool] = [:]
    private var comparedFragments: [Comparison: Bool] = [:]

    init(_ context: ValidationContext) {
        self.context = context
        scopes = FragmentScopes(context)
    }

    func find(in selectionSet: NodeRange, parent: TypeID?, fragment: Int?) -> [FieldConflict] {
        var conflicts: [FieldConflict] = []
        let scope = fragment.map(scopes.scope(ofFragment:)) ?? 0
        let set = fieldSet(selectionSet, parent)
        compareWithin(set, scope, &conflicts)
        guard !set.spreads.isEmpty, !set.groups.isEmpty || set.spreads.count > 1 else { return conflicts }
        let spreads = spreads(in: set, scope)
        for (index, spread) in spreads.enumerated() {
            compare(set, scope, with: spread, areExclusive: false, &conflicts)
            for other in spreads[(index + 1)...] {
                compareFragments(spread, other, areExclusive: false, &conflicts)
            }
        }
        return conflicts
    }

    func spend(_ cost: Int) {
        remaining -= cost
        if remaining < 0 { context.abort() }
    }

    /// Bounds the stack: a fragment that spreads itself with ever new arguments has no end.
    private func descend(_ compare: () -> Void) {
        depth += 1
        if depth > 2 * FragmentNesting.greatestDepth { context.abort() }
        if !context.isFinished { compare() }
        depth -= 1
    }

    func fieldSet(_ selectionSet: NodeRange, _ parent: TypeID?) -> FieldSet {
        let key = SetKey(start: selectionSet.start, count: selectionSet.count, parent: parent)
        if let known = sets[key] { return known }
        let set = FieldSet(selectionSet, parent: parent, number: sets.count, context)
        sets[key] = set
        return set
    }

    /// The spreads of a set; of several that are the same, one stands where the first and is reported at the last.
    func spreads(in set: FieldSet, _ scope: Int32) -> [SpreadUse] {
        if let known = set.spreadsByScope[scope] { return known }
        var uses: [SpreadUse] = []
        var positions: [Int64: Int] = [:]
        for spread in set.spreads {
            spend(1)
            let use = scopes.use(spread, in: scope)
            let key = Int64(use.scope) << 32 | Int64(UInt32(bitPattern: use.fragment))
            if let position = positions[key] {
                uses[position].selection = spread
            } else {
                positions[key] = uses.count
                uses.append(use)
            }
        }
        set.spreadsByScope[scope] = uses
        return uses
    }
}

extension FieldConflicts {
    private func compareWithin(_ set: FieldSet, _ scope: Int32, _ conflicts: inout [FieldConflict]) {
        for group in set.groups where group.fields.count > 1 {
            for (index, left) in group.fields.enumerated() {
                for right in group.fields[(index + 1)...] {
                    if context.isFinished { return }
                    let conflict = comparison.conflict(left, scope, right, scope, areParentsExclusive: false)
                    if let conflict { conflicts.append(conflict) }
                }
            }
        }
    }

    func compare(
        _ left: FieldSet,
        _ leftScope: Int32,
        with right: FieldSet,
        _ rightScope: Int32,
        areExclusive: Bool,
        _ conflicts: inout [FieldConflict]
    ) {
        guard !right.groups.isEmpty else { return }
        for group in left.groups {
            spend(1)
            guard let others = right.fields(group.responseName) else { continue }
            for field in group.fields {
                for other in others {
                    if context.isFinished { return }
                    let conflict = comparison.conflict(
                        field,
                        leftScope,
                        other,
                        rightScope,
                        areParentsExclusive: areExclusive
                    )
                    if let conflict { conflicts.append(conflict) }
                }
            }
        }
    }

    /// Compares fields with those of a fragment and of the fragments that it spreads in turn.
    func compare(
        _ set: FieldSet,
        _ scope: Int32,
        with spread: SpreadUse,
        areExclusive: Bool,
        _ conflicts: inout [FieldConflict]
    ) {
        spend(1)
        if context.isFinished || set.groups.isEmpty || spread.fragment < 0 { return }
        let key = Comparison(
            left: set.number,
            right: Int(spread.fragment),
            leftScope: scope,
            rightScope: spread.scope
        )
        if isKnown(key, areExclusive, &comparedFields) { return }
        let fragmentSet = fieldSet(ofFragment: spread.fragment)
        if set === fragmentSet, scope == spread.scope { return }
        compare(set, scope, with: fragmentSet, spread.scope, areExclusive: areExclusive, &conflicts)
        descend {
            for inner in spreads(in: fragmentSet, spread.scope) {
                compare(set, scope, with: inner, areExclusive: areExclusive, &conflicts)
            }
        }
    }

    func compareFragments(
        _ left: SpreadUse,
        _ right: SpreadUse,
        areExclusive: Bool,
        _ conflicts: inout [FieldConflict]
    ) {
        spend(2)
        if context.isFinished || left.fragment == right.fragment && left.scope == right.scope { return }
        let key = Comparison(
            left: Int(min(left.fragment, right.fragment)),
            right: Int(max(left.fragment, right.fragment)),
            leftScope: min(left.scope, right.scope),
            rightScope: max(left.scope, right.scope)
        )
        let isSame = left.fragment == right.fragment
        if isKnown(key, areExclusive && !isSame, &comparedFragments) { return }
        if isSame { return reportDifferentArguments(left, right) }
        guard left.fragment >= 0, right.fragment >= 0 else { return }
        let (leftSet, rightSet) = (fieldSet(ofFragment: left.fragment), fieldSet(ofFragment: right.fragment))
        let (leftSpreads, rightSpreads) = (spreads(in: leftSet, left.scope), spreads(in: rightSet, right.scope))
        compare(leftSet, left.scope, with: rightSet, right.scope, areExclusive: areExclusive, &conflicts)
        descend {
            for inner in rightSpreads { compareFragments(left, inner, areExclusive: areExclusive, &conflicts) }
            for inner in leftSpreads { compareFragments(inner, right, areExclusive: areExclusive, &conflicts) }
        }
    }

    /// Whether two sets were compared under a condition at least as strict; otherwise they are from now on.
    private func isKnown(_ key: Comparison, _ areExclusive: Bool, _ known: inout [Comparison: Bool]) -> Bool {
        if let wereExclusive = known[key], areExclusive || !wereExclusive { return true }
        known[key] = areExclusive
        return false
    }

    private func fieldSet(ofFragment fragment: Int32) -> FieldSet {
        let fragment = context.document.fragments[Int(fragment)]
        return fieldSet(fragment.selectionSet, context.schema.type(named: context.text(fragment.typeCondition)))
    }

    private func reportDifferentArguments(_ left: SpreadUse, _ right: SpreadUse) {
        let (first, second) = (
            context.document.selections[Int(left.selection)], context.document.selections[Int(right.selection)]
        )
        guard let name = first.name.map(context.text) else { return }
        let document = context.document
        context.report(
            "Spreads \"\(name.abbreviated)\" conflict because \(SpreadText.text(of: first, document)) and"
                + " \(SpreadText.text(of: second, document)) have different fragment arguments.",
            at: first.offset,
            second.offset
        )
    }
}
