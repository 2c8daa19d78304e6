/// Groups the selections that apply to one object type by response key, in the order of the response.
///
/// Source: GraphQL specification, section 6.3.2 "Field Collection"; fragments are deferred as in `collectFields` of
/// GraphQL.js.
struct FieldCollector {
    struct Group {
        /// The first selection decides on name and arguments; in valid documents all agree.
        var members: [Member]
    }

    struct Member {
        /// Index into ``Document/selections``.
        let selection: Int
        /// Number of the deferred fragment that it stands in.
        let usage: Int?
    }

    /// A fragment is spread once, and once more for each `@defer` before it is spread without.
    private struct Visit: Hashable {
        let fragment: Int
        let directive: Int?
    }

    let document: Document
    let schema: Schema
    let fragments: [Int32: Int]
    let conditions: SelectionConditions
    let deferrals: DeferDirectives
    let type: TypeID

    private(set) var groups: [Group] = []
    /// Deferred fragments: first those around the selection, then those that begin in it.
    private(set) var usages: [DeferScope.Usage]
    /// Labels of those that begin in it.
    private(set) var labels: [String?] = []
    private var groupIndexes: [Int32: Int] = [:]
    private var visits: Set<Visit> = []

    init(
        document: Document,
        schema: Schema,
        fragments: [Int32: Int],
        conditions: SelectionConditions,
        deferrals: DeferDirectives,
        type: TypeID,
        usages: [DeferScope.Usage]
    ) {
        self.document = document
        self.schema = schema
        self.fragments = fragments
        self.conditions = conditions
        self.deferrals = deferrals
        self.type = type
        self.usages = usages
    }

    /// - Parameter usage: number of the deferred fragment that the selection set stands in.
    /// - Throws: when a condition has no value.
    mutating func collect(_ selectionSet: NodeRange, usage: Int?) throws(GraphQLError) {
        // What is left of the selection sets around: no recursion, because chains of fragments may be long.
        var pending = [(rest: selectionSet.indices, usage: usage)]
        while let (rest, usage) = pending.popLast() {
            guard let index = rest.first else { continue }
            pending.append((rest.dropFirst(), usage))
            let selection = document.selections[index]
            guard try conditions.include(selection.directives) else { continue }
            switch selection.kind {
            case .field:
                addField(selection, Member(selection: index, usage: usage))
            case .fragmentSpread:
                if let (inner, usage) = try spreadFragment(selection, usage) { pending.append((inner.indices, usage)) }
            case .inlineFragment:
                guard let inner = selection.selectionSet, applies(selection.name) else { continue }
                let begun = try deferrals.usage(selection.directives)
                pending.append((inner.indices, begun.map { begin($0, in: usage) } ?? usage))
            }
        }
    }

    private mutating func addField(_ selection: Selection, _ member: Member) {
        guard let key = (selection.alias ?? selection.name)?.symbol else { return }
        if let group = groupIndexes[key] {
            groups[group].members.append(member)
        } else {
            groupIndexes[key] = groups.count
            groups.append(Group(members: [member]))
        }
    }

    /// The fragment's selection set where it applies and was not met before, and the deferred fragment around it.
    private mutating func spreadFragment(
        _ selection: Selection,
        _ usage: Int?
    ) throws(GraphQLError) -> (selectionSet: NodeRange, usage: Int?)? {
        guard let name = selection.name, let index = fragments[name.symbol] else { return nil }
        let fragment = document.fragments[index]
        guard applies(fragment.typeCondition) else { return nil }
        let begun = try deferrals.usage(selection.directives)
        let directive = begun?.directive ?? usage.map { usages[$0].directive }
        if directive != nil, visits.contains(Visit(fragment: index, directive: nil)) { return nil }
        guard visits.insert(Visit(fragment: index, directive: directive)).inserted else { return nil }
        return (fragment.selectionSet, begun.map { begin($0, in: usage) } ?? usage)
    }

    /// The number of a deferred fragment that begins.
    private mutating func begin(_ usage: DeferDirectives.Usage, in parent: Int?) -> Int {
        labels.append(usage.label)
        usages.append(DeferScope.Usage(directive: usage.directive, parent: parent))
        return usages.count - 1
    }

    /// Whether objects of the type meet a type condition; none is met by all.
    private func applies(_ condition: Name?) -> Bool {
        guard let condition else { return true }
        guard let named = schema.type(named: document.text(condition)) else { return false }
        return named == type || (schema[named].kind.isAbstract && schema[named].possibleTypes.contains(type))
    }
}
