/// Groups the selections that apply to one object type by response key, in the order of the response.
///
/// Source: GraphQL specification, section 6.3.2 "Field Collection".
struct FieldCollector {
    struct Group {
        /// The first selection decides on name and arguments; in valid documents all agree.
        var selections: [Int]
    }

    let document: Document
    let schema: Schema
    let fragments: [Int32: Int]
    let conditions: SelectionConditions
    let type: TypeID

    private(set) var groups: [Group] = []
    private var groupIndexes: [Int32: Int] = [:]
    private var visitedFragments: Set<Int> = []

    init(document: Document, schema: Schema, fragments: [Int32: Int], conditions: SelectionConditions, type: TypeID) {
        self.document = document
        self.schema = schema
        self.fragments = fragments
        self.conditions = conditions
        self.type = type
    }

    /// - Throws: when a condition has no value.
    mutating func collect(_ selectionSet: NodeRange) throws(GraphQLError) {
        // What is left of the selection sets around: no recursion, because chains of fragments may be long.
        var pending = [selectionSet.indices]
        while let rest = pending.popLast() {
            guard let index = rest.first else { continue }
            pending.append(rest.dropFirst())
            let selection = document.selections[index]
            guard try conditions.include(selection.directives) else { continue }
            switch selection.kind {
            case .field: addField(selection, index)
            case .fragmentSpread: if let inner = spreadFragment(selection) { pending.append(inner.indices) }
            case .inlineFragment:
                guard let inner = selection.selectionSet, applies(selection.name) else { continue }
                pending.append(inner.indices)
            }
        }
    }

    private mutating func addField(_ selection: Selection, _ index: Int) {
        guard let key = (selection.alias ?? selection.name)?.symbol else { return }
        if let group = groupIndexes[key] {
            groups[group].selections.append(index)
        } else {
            groupIndexes[key] = groups.count
            groups.append(Group(selections: [index]))
        }
    }

    /// The fragment's selection set where it applies and was not met before.
    private mutating func spreadFragment(_ selection: Selection) -> NodeRange? {
        guard let name = selection.name, let index = fragments[name.symbol] else { return nil }
        let fragment = document.fragments[index]
        guard applies(fragment.typeCondition), visitedFragments.insert(index).inserted else { return nil }
        return fragment.selectionSet
    }

    /// Whether objects of the type meet a type condition; none is met by all.
    private func applies(_ condition: Name?) -> Bool {
        guard let condition else { return true }
        guard let named = schema.type(named: document.text(condition)) else { return false }
        return named == type || (schema[named].kind.isAbstract && schema[named].possibleTypes.contains(type))
    }
}
