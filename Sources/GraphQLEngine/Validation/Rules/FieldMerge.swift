/// Finds out whether all fields of a document can be merged, in linear time for documents people write.
///
/// Instead of comparing every pair of fields, the fields of a response path are collected once, grouped by response
/// name, and each is compared with the first of its group. Two conditions are followed separately downwards where
/// they part: fields that meet in one response have the same shape whatever their parents are; fields whose
/// parents can be the same object are also the same field with the same arguments. A set of fields that was
/// checked before, reached through the same fragments by another path, is not checked again.
///
/// What it lets pass is valid; what it does not is left to ``FieldConflicts``, which finds the reasons.
///
/// Source: Simon Adameit, "GraphQL Overlapping Fields Can Be Merged fast" (2018); GraphQL specification,
/// section 5.3.2, FieldsInSetCanMerge.
struct FieldMerge {
    private enum Condition: Int32 {
        case sameShape, sameFieldOnCommonParents, both
    }

    /// Fields and spreads that may be looked at; fragments can repeat a document's fields without end.
    private static let budget = 200_000
    private static let greatestDepth = 500

    private let context: ValidationContext
    private let document: Document
    private var checkedSets: Set<[Int32]> = []
    private var remaining = FieldMerge.budget
    private var depth = 0
    private var collection: Int32 = 0
    /// Fragments met in the current collection.
    private var pendingFragments: [Int] = []
    /// By fragment: the last collection that took its fields.
    private var fragmentCollections: [Int32]
    /// By symbol: the group of that response name, valid for one grouping only.
    private var groupIndexes: [Int32]

    private init(_ context: ValidationContext) {
        self.context = context
        document = context.document
        fragmentCollections = [Int32](repeating: 0, count: document.fragments.count)
        groupIndexes = [Int32](repeating: -1, count: document.symbols.count)
    }

    /// Whether no two fields are in conflict; false also where that would take too long to find out.
    static func isPossible(_ context: ValidationContext) -> Bool {
        // Fields that depend on variables of a fragment differ from spread to spread.
        guard context.types.signatures.allSatisfy(\.isEmpty) else { return false }
        var merge = FieldMerge(context)
        for operation in context.document.operations {
            guard merge.check(root: operation.selectionSet) else { return false }
        }
        for (index, fragment) in context.document.fragments.enumerated() where merge.fragmentCollections[index] == 0 {
            merge.fragmentCollections[index] = merge.collection + 1
            guard merge.check(root: fragment.selectionSet) else { return false }
        }
        return true
    }

    private mutating func check(root selectionSet: NodeRange) -> Bool {
        collection += 1
        var fields: [Int32] = []
        collect(selectionSet, &fields)
        collectFragments(&fields)
        return check(fields, .both)
    }
}

extension FieldMerge {
    private mutating func collect(_ selectionSet: NodeRange, _ fields: inout [Int32]) {
        remaining -= Int(selectionSet.count)
        if remaining < 0 { return }
        for index in selectionSet.indices {
            switch document.selections[index].kind {
            case .field: fields.append(Int32(index))
            case .inlineFragment: collect(document.selections[index].selectionSet ?? .empty, &fields)
            case .fragmentSpread: addSpread(index)
            }
        }
    }

    private mutating func addSpread(_ spread: Int) {
        guard let name = document.selections[spread].name, let fragment = context.fragments[name] else { return }
        guard fragmentCollections[fragment] != collection else { return }
        fragmentCollections[fragment] = collection
        pendingFragments.append(fragment)
    }

    private mutating func collectFragments(_ fields: inout [Int32]) {
        while let fragment = pendingFragments.popLast() {
            collect(document.fragments[fragment].selectionSet, &fields)
        }
    }

    /// Checks the fields below the given ones as one set.
    private mutating func checkChildren(of fields: [Int32], _ condition: Condition) -> Bool {
        collection += 1
        var children: [Int32] = []
        for field in fields {
            if let selectionSet = document.selections[Int(field)].selectionSet { collect(selectionSet, &children) }
        }
        collectFragments(&children)
        if children.isEmpty { return remaining >= 0 }
        depth += 1
        defer { depth -= 1 }
        return depth <= FieldMerge.greatestDepth && check(children, condition)
    }

    private mutating func check(_ fields: [Int32], _ condition: Condition) -> Bool {
        if remaining < 0 { return false }
        if isChecked(fields, condition) { return true }
        for group in groups(of: fields) {
            guard check(group: group, condition) else { return false }
        }
        return true
    }

    /// Only fragments bring the same fields to more than one path.
    private mutating func isChecked(_ fields: [Int32], _ condition: Condition) -> Bool {
        guard !document.fragments.isEmpty else { return false }
        var key = fields
        key.sort()
        key.append(condition.rawValue)
        return !checkedSets.insert(key).inserted
    }

    /// The fields by response name.
    private mutating func groups(of fields: [Int32]) -> [[Int32]] {
        if fields.count == 1 { return [fields] }
        var groups: [[Int32]] = []
        for field in fields {
            let key = responseName(field)
            let index = groupIndexes[key]
            if index >= 0 {
                groups[Int(index)].append(field)
            } else {
                groupIndexes[key] = Int32(groups.count)
                groups.append([field])
            }
        }
        for group in groups { groupIndexes[responseName(group[0])] = -1 }
        return groups
    }

    /// The symbol of a field's alias or name.
    private func responseName(_ field: Int32) -> Int {
        let selection = document.selections[Int(field)]
        return Int((selection.alias ?? selection.name)?.symbol ?? 0)
    }
}

extension FieldMerge {
    private mutating func check(group: [Int32], _ condition: Condition) -> Bool {
        if group.count == 1 {
            return document.selections[Int(group[0])].selectionSet == nil || checkChildren(of: group, condition)
        }
        if hasStream(group) { return false }
        let buckets = condition == .sameShape ? [group] : bucketsByParent(group)
        remaining -= buckets.reduce(0) { $0 + $1.count }
        if condition != .sameShape {
            guard buckets.allSatisfy(areSameField) else { return false }
        }
        if condition != .sameFieldOnCommonParents {
            guard haveSameShape(group) else { return false }
        }
        if buckets.count == 1 { return checkChildren(of: group, condition) }
        if condition == .both {
            guard checkChildren(of: group, .sameShape) else { return false }
        }
        for bucket in buckets {
            guard checkChildren(of: bucket, .sameFieldOnCommonParents) else { return false }
        }
        return true
    }

    /// Streamed fields are never merged.
    private func hasStream(_ fields: [Int32]) -> Bool {
        fields.contains { document.directive("stream", on: document.selections[Int($0)]) != nil }
    }

    /// Sets of fields that may be of the same object: the fields on interfaces and unions together with the fields
    /// on each object type.
    private func bucketsByParent(_ group: [Int32]) -> [[Int32]] {
        var onAbstract: [Int32] = []
        var positions: [TypeID: Int] = [:]
        var onObjects: [[Int32]] = []
        for field in group {
            guard let parent = context.types.parent(Int(field)), isDistinct(parent) else {
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
        return onAbstract.isEmpty ? onObjects : onObjects.map { onAbstract + $0 }
    }

    /// Whether objects of the type are of no other. GraphQL.js does not always know the introspection types.
    private func isDistinct(_ type: TypeID) -> Bool {
        let type = context.schema.types[Int(type.index)]
        return type.kind == .object && !type.isBuiltIn
    }

    /// Compares each field with the first one, which is enough because the condition is an equivalence.
    private func areSameField(_ fields: [Int32]) -> Bool {
        let first = document.selections[Int(fields[0])]
        let arguments = argumentsKey(first)
        for field in fields.dropFirst() {
            let selection = document.selections[Int(field)]
            guard selection.name?.symbol == first.name?.symbol else { return false }
            guard first.arguments.count == selection.arguments.count else { return false }
            if first.arguments.isEmpty { continue }
            guard let arguments, arguments == argumentsKey(selection) else { return false }
        }
        return true
    }

    /// The same for fields with the same arguments in whatever order; nil if an argument is given twice.
    private func argumentsKey(_ field: Selection) -> String? {
        if field.arguments.isEmpty { return "" }
        var variables: [Int32] = []
        let arguments = document.arguments[field.arguments.indices].sorted { $0.name.symbol < $1.name.symbol }
        var key = ""
        for (position, argument) in arguments.enumerated() {
            if position > 0, arguments[position - 1].name.symbol == argument.name.symbol { return nil }
            key += "\(argument.name.symbol):" + LiteralKey.text(of: argument.value, document, variables: &variables)
        }
        return key
    }

    private func haveSameShape(_ fields: [Int32]) -> Bool {
        let types = fields.lazy.compactMap { context.types.fieldType(Int($0)) }
        guard let first = types.first else { return true }
        return types.allSatisfy { $0 == first || context.schema.isSameShape(first, $0) }
    }
}

extension Schema {
    /// Whether values of two types look the same in a response, apart from the fields of objects (SameResponseShape).
    func isSameShape(_ left: TypeReference, _ right: TypeReference) -> Bool {
        switch (self[left], self[right]) {
        case (.nonNull(let left), .nonNull(let right)), (.list(let left), .list(let right)):
            return isSameShape(left, right)
        case (.named(let left), .named(let right)):
            let isLeaf = types[Int(left.index)].kind.isLeaf || types[Int(right.index)].kind.isLeaf
            return left == right || !isLeaf
        default: return false
        }
    }
}
