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
        /// Number of the scope of variables that it stands in.
        let scope: Int
    }

    /// What is left of a selection set, with the deferred fragment and the scope of variables that it stands in.
    private struct Rest {
        let selections: Range<Int>
        let usage: Int?
        let scope: Int
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
    /// - Parameter scope: number of the scope of variables that the selection set stands in.
    /// - Throws: when a condition or an argument of a fragment has no value.
    mutating func collect(
        _ selectionSet: NodeRange,
        usage: Int?,
        scope: Int,
        _ scopes: inout VariableScopes
    ) throws(GraphQLError) {
        // What is left of the selection sets around: no recursion, because chains of fragments may be long.
        var pending = [Rest(selections: selectionSet.indices, usage: usage, scope: scope)]
        while let rest = pending.popLast() {
            guard let index = rest.selections.first else { continue }
            pending.append(Rest(selections: rest.selections.dropFirst(), usage: rest.usage, scope: rest.scope))
            let selection = document.selections[index]
            let values = scopes.values(in: rest.scope)
            guard try conditions.include(selection.directives, in: values) else { continue }
            switch selection.kind {
            case .field:
                addField(selection, Member(selection: index, usage: rest.usage, scope: rest.scope))
            case .fragmentSpread:
                if let inner = try spreadFragment(selection, rest, &scopes) { pending.append(inner) }
            case .inlineFragment:
                guard let inner = selection.selectionSet, applies(selection.name) else { continue }
                let begun = try deferrals.usage(selection.directives, of: document, in: values)
                let usage = begun.map { begin($0, in: rest.usage) } ?? rest.usage
                pending.append(Rest(selections: inner.indices, usage: usage, scope: rest.scope))
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
        _ rest: Rest,
        _ scopes: inout VariableScopes
    ) throws(GraphQLError) -> Rest? {
        guard let name = selection.name, let index = fragments[name.symbol] else { return nil }
        let fragment = document.fragments[index]
        guard applies(fragment.typeCondition) else { return nil }
        let begun = try deferrals.usage(selection.directives, of: document, in: scopes.values(in: rest.scope))
        let directive = begun?.directive ?? rest.usage.map { usages[$0].directive }
        if directive != nil, visits.contains(Visit(fragment: index, directive: nil)) { return nil }
        guard visits.insert(Visit(fragment: index, directive: directive)).inserted else { return nil }
        let usage = begun.map { begin($0, in: rest.usage) } ?? rest.usage
        let scope = try scopes.enter(index, selection, from: rest.scope)
        return Rest(selections: fragment.selectionSet.indices, usage: usage, scope: scope)
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
