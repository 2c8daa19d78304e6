/// Finds the fields of an operation that cannot be merged, in linear time for documents people write.
///
/// Instead of comparing every pair of fields, the fields of a response path are collected once, grouped by response
/// name, and each is compared with the first of its group. Two conditions are followed separately downwards where
/// they part: fields that meet in one response have the same shape whatever their parents are; fields whose
/// parents can be the same object are also the same field with the same arguments. A set of fields that was
/// checked before, reached through the same fragments by another path, is not checked again.
///
/// Source: Simon Adameit, "GraphQL Overlapping Fields Can Be Merged fast" (2018); GraphQL specification,
/// section 5.3.2, FieldsInSetCanMerge.
final class FieldMerge {
    enum Condition: Int32 {
        case sameShape, sameFieldOnCommonParents, both
    }

    /// A field at one response path; a selection may stand at many.
    private struct Occurrence {
        let selection: Int32
        /// The occurrence whose selections this one belongs to, or -1 at the root.
        let parent: Int32
        /// The fragment in which the selection is written, or -1.
        let fragment: Int32
    }

    /// Fields and spreads that may be looked at; fragments can repeat a document's fields without end.
    private static let budget = 200_000
    private static let greatestDepth = 500

    private let context: ValidationContext
    private let document: Document
    private var occurrences: [Occurrence] = []
    private var checkedSets: Set<[Int32]> = []
    private var conflicts: [Int32: [FieldConflict]] = [:]
    private var rootStart: Int32 = 0
    private var remaining = FieldMerge.budget
    private var depth = 0
    private var collection: Int32 = 0
    /// Fragments met in the current collection, with the occurrences whose selections they belong to.
    private var pendingFragments: [(fragment: Int, parent: Int32)] = []
    /// By fragment: the last collection that took its fields.
    private var fragmentCollections: [Int32]
    /// By symbol: the group of that response name, valid for one grouping only.
    private var groupIndexes: [Int32]

    init(_ context: ValidationContext) {
        self.context = context
        document = context.document
        fragmentCollections = [Int32](repeating: 0, count: document.fragments.count)
        groupIndexes = [Int32](repeating: -1, count: document.symbols.count)
    }

    /// Whether the search was given up.
    var isExhausted: Bool { remaining < 0 }

    func isReached(_ fragment: Int) -> Bool { fragmentCollections[fragment] > 0 }

    func takeConflicts(in selectionSet: NodeRange) -> [FieldConflict] {
        conflicts.isEmpty ? [] : conflicts.removeValue(forKey: selectionSet.start) ?? []
    }

    func search(operation: OperationDefinition) {
        rootStart = operation.selectionSet.start
        collection += 1
        var fields: [Int32] = []
        collect(operation.selectionSet, parent: -1, fragment: -1, &fields)
        collectFragments(&fields)
        check(fields, .both)
    }

    func search(fragment: Int) {
        let selectionSet = document.fragments[fragment].selectionSet
        rootStart = selectionSet.start
        collection += 1
        fragmentCollections[fragment] = collection
        var fields: [Int32] = []
        collect(selectionSet, parent: -1, fragment: Int32(fragment), &fields)
        collectFragments(&fields)
        check(fields, .both)
    }
}

extension FieldMerge {
    private func collect(_ selectionSet: NodeRange, parent: Int32, fragment: Int32, _ fields: inout [Int32]) {
        for index in selectionSet.indices {
            remaining -= 1
            if isExhausted { return }
            switch document.selections[index].kind {
            case .field:
                fields.append(Int32(occurrences.count))
                occurrences.append(Occurrence(selection: Int32(index), parent: parent, fragment: fragment))
            case .inlineFragment:
                let nested = document.selections[index].selectionSet ?? .empty
                collect(nested, parent: parent, fragment: fragment, &fields)
            case .fragmentSpread:
                addSpread(index, parent)
            }
        }
    }

    private func addSpread(_ spread: Int, _ parent: Int32) {
        guard let name = document.selections[spread].name, let fragment = context.fragments[name] else { return }
        guard fragmentCollections[fragment] != collection else { return }
        fragmentCollections[fragment] = collection
        pendingFragments.append((fragment, parent))
    }

    /// Takes the fields of the fragments that were spread; they come after the fields that stand in the sets
    /// themselves, as GraphQL.js compares them.
    private func collectFragments(_ fields: inout [Int32]) {
        var queue = pendingFragments
        pendingFragments.removeAll(keepingCapacity: true)
        var next = 0
        while next < queue.count {
            let (fragment, parent) = queue[next]
            collect(document.fragments[fragment].selectionSet, parent: parent, fragment: Int32(fragment), &fields)
            next += 1
            // What a parent's fragments spread in turn comes before the fragments of the next parent.
            if next == queue.count || queue[next].parent != parent {
                queue.insert(contentsOf: pendingFragments, at: next)
                pendingFragments.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Checks the fields below the given ones as one set.
    private func checkChildren(of fields: [Int32], _ condition: Condition) {
        collection += 1
        var children: [Int32] = []
        for field in fields {
            guard let selectionSet = selection(field).selectionSet else { continue }
            collect(selectionSet, parent: field, fragment: occurrences[Int(field)].fragment, &children)
        }
        collectFragments(&children)
        guard !children.isEmpty, !isExhausted else { return }
        depth += 1
        if depth > FieldMerge.greatestDepth { remaining = -1 }
        check(children, condition)
        depth -= 1
    }

    private func check(_ fields: [Int32], _ condition: Condition) {
        if isExhausted || isChecked(fields, condition) { return }
        for group in groups(of: fields) { checkGroup(group, condition) }
    }

    /// Only fragments bring the same fields to more than one path.
    private func isChecked(_ fields: [Int32], _ condition: Condition) -> Bool {
        guard !document.fragments.isEmpty else { return false }
        var key = fields.map { occurrences[Int($0)].selection }
        key.sort()
        key.append(condition.rawValue)
        return !checkedSets.insert(key).inserted
    }

    /// The fields by response name.
    private func groups(of fields: [Int32]) -> [[Int32]] {
        if fields.count == 1 { return [fields] }
        var groups: [[Int32]] = []
        for field in fields {
            guard let key = responseName(field) else { continue }
            let index = groupIndexes[Int(key.symbol)]
            if index >= 0 {
                groups[Int(index)].append(field)
            } else {
                groupIndexes[Int(key.symbol)] = Int32(groups.count)
                groups.append([field])
            }
        }
        for group in groups {
            if let key = responseName(group[0]) { groupIndexes[Int(key.symbol)] = -1 }
        }
        return groups
    }

    private func selection(_ field: Int32) -> Selection { document.selections[Int(occurrences[Int(field)].selection)] }

    private func responseName(_ field: Int32) -> Name? {
        let selection = selection(field)
        return selection.alias ?? selection.name
    }
}

extension FieldMerge {
    private func checkGroup(_ group: [Int32], _ condition: Condition) {
        if group.count == 1 { return checkChildren(of: group, condition) }
        let buckets = condition == .sameShape ? [group] : bucketsByParent(group)
        var mergeable = group
        if condition != .sameShape {
            for bucket in buckets { compare(bucket, sameField, &mergeable) }
        }
        if condition != .sameFieldOnCommonParents { compare(mergeable, sameShape, &mergeable) }
        if mergeable.count < group.count {
            let isMergeable = Set(mergeable)
            for field in group where !isMergeable.contains(field) { checkChildren(of: [field], condition) }
        }
        if buckets.count == 1 { return checkChildren(of: mergeable, condition) }
        if condition == .both { checkChildren(of: mergeable, .sameShape) }
        let isMergeable = Set(mergeable)
        for bucket in buckets { checkChildren(of: bucket.filter(isMergeable.contains), .sameFieldOnCommonParents) }
    }

    /// Sets of fields that may be of the same object: the fields on interfaces and unions together with the fields
    /// on each object type.
    private func bucketsByParent(_ group: [Int32]) -> [[Int32]] {
        var onAbstract: [Int32] = []
        var positions: [TypeID: Int] = [:]
        var onObjects: [[Int32]] = []
        for field in group {
            guard let parent = context.types.parent(Int(occurrences[Int(field)].selection)),
                context.schema.types[Int(parent.index)].kind == .object
            else {
                onAbstract.append(field)
                continue
            }
            if let position = positions[parent] {
                onObjects[position].append(field)
            } else {
                positions[parent] = onObjects.count
                onObjects.append([field])
            }
        }
        if onObjects.isEmpty { return [onAbstract] }
        return onAbstract.isEmpty ? onObjects : onObjects.map { (onAbstract + $0).sorted() }
    }

    /// Compares each field with the first one, which is enough because the conditions are equivalences.
    private func compare(_ fields: [Int32], _ reason: (Int, Int) -> String?, _ mergeable: inout [Int32]) {
        guard let first = fields.first else { return }
        var excluded: Set<Int32> = []
        for field in fields.dropFirst() {
            let (left, right) = (occurrences[Int(first)].selection, occurrences[Int(field)].selection)
            guard let reason = reason(Int(left), Int(right)) else { continue }
            record(reason, first, field)
            excluded.insert(field)
        }
        if !excluded.isEmpty { mergeable.removeAll(where: excluded.contains) }
    }

    private func sameField(_ left: Int, _ right: Int) -> String? {
        let (leftField, rightField) = (document.selections[left], document.selections[right])
        guard let leftName = leftField.name, let rightName = rightField.name else { return nil }
        if leftName.symbol != rightName.symbol {
            return "\"\(document.text(leftName))\" and \"\(document.text(rightName))\" are different fields"
        }
        let isSame = ArgumentEquality.areEqual(leftField.arguments, rightField.arguments, document)
        return isSame ? nil : "they have differing arguments"
    }

    private func sameShape(_ left: Int, _ right: Int) -> String? {
        guard let leftType = context.types.fieldType(left), let rightType = context.types.fieldType(right) else {
            return nil
        }
        if leftType == rightType || isSameShape(leftType, rightType) { return nil }
        let schema = context.schema
        return "they return conflicting types \"\(schema.text(of: leftType))\" and \"\(schema.text(of: rightType))\""
    }

    private func isSameShape(_ left: TypeReference, _ right: TypeReference) -> Bool {
        let schema = context.schema
        switch (schema[left], schema[right]) {
        case (.nonNull(let left), .nonNull(let right)), (.list(let left), .list(let right)):
            return isSameShape(left, right)
        case (.named(let left), .named(let right)):
            let isLeaf = schema.types[Int(left.index)].kind.isLeaf || schema.types[Int(right.index)].kind.isLeaf
            return left == right || !isLeaf
        default: return false
        }
    }
}

extension FieldMerge {
    /// Goes up to the fields that lie in one selection set, and records what is wrong below them there.
    private func record(_ reason: String, _ left: Int32, _ right: Int32) {
        var (left, right) = (left, right)
        var conflict = conflict(left, right, ownReason: reason)
        while occurrences[Int(left)].parent != occurrences[Int(right)].parent {
            (left, right) = (occurrences[Int(left)].parent, occurrences[Int(right)].parent)
            conflict = self.conflict(left, right, below: [conflict])
        }
        FieldConflict.insert(conflict, into: &conflicts[meetingPlace(left, right), default: []])
    }

    private func conflict(
        _ left: Int32,
        _ right: Int32,
        ownReason: String? = nil,
        below: [FieldConflict] = []
    ) -> FieldConflict {
        FieldConflict(
            left: (left, selection(left).offset),
            right: (right, selection(right).offset),
            responseName: responseName(left).map(document.text) ?? "",
            ownReason: ownReason,
            below: below
        )
    }

    /// Start of the selection set in which two fields with the same parent meet.
    private func meetingPlace(_ left: Int32, _ right: Int32) -> Int32 {
        let (leftField, rightField) = (occurrences[Int(left)], occurrences[Int(right)])
        let parentFragment = leftField.parent < 0 ? -1 : occurrences[Int(leftField.parent)].fragment
        if leftField.fragment == rightField.fragment, leftField.fragment >= 0, leftField.fragment != parentFragment {
            return document.fragments[Int(leftField.fragment)].selectionSet.start
        }
        return leftField.parent < 0 ? rootStart : selection(leftField.parent).selectionSet?.start ?? rootStart
    }
}
