/// Turns an operation into a ``Plan``; the document need not be valid.
///
/// Selections are planned one after another from a list, not inside one another: fragments may spread themselves,
/// and chains of them may be long.
struct Planner {
    let document: Document
    let schema: Schema
    let operation: Int
    let access: any AccessPolicy
    private let options: PlanningOptions
    private let conditions: SelectionConditions
    private let deferrals: DeferDirectives
    private let fragments: [Int32: Int]

    private var scopes: VariableScopes
    private var fields: [PlannedField] = []
    private var selections: [PlannedSelection] = []
    private var streamedFields: [Int] = []
    private var reserved: [Reservation] = []
    private var planned: [SelectionKey: Int] = [:]
    private var children: [ChildrenKey: [ChildSelection]] = [:]

    init(
        document: Document,
        schema: Schema,
        operation: Int,
        access: any AccessPolicy,
        options: PlanningOptions = PlanningOptions(),
        conditions: [Int32: SelectionConditions.Variable],
        deferrals: DeferDirectives,
        variables: VariableValues
    ) {
        self.document = document
        self.schema = schema
        self.operation = operation
        self.access = access
        self.options = options
        self.conditions = SelectionConditions(document: document, variables: conditions)
        self.deferrals = deferrals
        scopes = VariableScopes(
            document: document,
            schema: schema,
            variables: variables,
            hidesSuggestions: options.hidesSuggestions
        )
        fragments = Dictionary(
            document.fragments.enumerated().map { ($1.name.symbol, $0) },
            uniquingKeysWith: { _, last in last }
        )
    }

    /// - Throws: when the schema has no root type for the operation, or the plan would be too large.
    mutating func plan() throws(GraphQLErrors) -> Plan {
        let definition = document.operations[operation]
        guard let rootType = schema.rootType(of: definition.kind) else {
            throw error("Schema is not configured to execute \(definition.kind.rawValue) operation.")
        }
        let set = SelectionSet(selections: definition.selectionSet, usage: nil, scope: VariableScopes.operation)
        let key = SelectionKey(type: rootType, selectionSets: [set], scope: DeferScope(), isGuarded: false)
        let root = reserve(key)
        while selections.count < reserved.count {
            selections.append(selection(reserved[selections.count]))
            guard fields.count <= options.maximumFields else {
                throw error("Document is too complex to be planned.", kind: .complexity)
            }
        }
        return Plan(
            document: document,
            schema: schema,
            operation: operation,
            fields: fields,
            selections: selections,
            root: root,
            isIncremental: options.deliversIncrementally,
            streamedFields: streamedFields
        )
    }

    private func error(_ message: String, kind: GraphQLError.Kind = .other) -> GraphQLErrors {
        let location = document.source.location(at: document.operations[operation].offset)
        return GraphQLErrors([GraphQLError(message, locations: [location], kind: kind)])
    }

    /// The number of a selection that is planned in its turn.
    private mutating func reserve(_ key: SelectionKey) -> Int {
        if let index = planned[key] { return index }
        planned[key] = reserved.count
        reserved.append(Reservation(key: key, part: nil))
        return reserved.count - 1
    }

    private mutating func selection(_ reservation: Reservation) -> PlannedSelection {
        let key = reservation.key
        let start = fields.count
        var failure = key.isGuarded ? access.denial(of: schema[key.type]) : nil
        var deferral: PlannedDeferral?
        if let part = reservation.part {
            addFields(part, of: key)
            deferral = PlannedDeferral(fragments: [], parts: [])
        } else {
            do throws(GraphQLError) {
                deferral = try collectFields(of: key)
            } catch {
                failure = failure ?? error
            }
        }
        return PlannedSelection(
            type: key.type,
            fields: start..<fields.count,
            responseKeys: fields[start...].map(\.responseKey),
            failure: failure,
            deferral: deferral
        )
    }

    /// Adds the fields that are not held back. Answers what is.
    private mutating func collectFields(of key: SelectionKey) throws(GraphQLError) -> PlannedDeferral? {
        var collector = FieldCollector(
            document: document,
            schema: schema,
            fragments: fragments,
            conditions: conditions,
            deferrals: deferrals,
            type: key.type,
            usages: key.scope.usages
        )
        for set in key.selectionSets {
            try collector.collect(set.selections, usage: set.usage, scope: set.scope, &scopes)
        }
        guard !collector.usages.isEmpty else {
            addFields(collector.groups, of: key)
            return nil
        }
        return try holdBack(collector, key)
    }

    private mutating func addFields(_ groups: [FieldCollector.Group], of key: SelectionKey) {
        for group in groups {
            guard let field = field(group, on: key.type, key.scope) else { continue }
            if field.delivery?.stream != nil { streamedFields.append(fields.count) }
            fields.append(field)
        }
    }

    /// Nil for a field that the type does not have: it is left out.
    private mutating func field(
        _ group: FieldCollector.Group,
        on parent: TypeID,
        _ scope: DeferScope
    ) -> PlannedField? {
        let first = document.selections[group.members[0].selection]
        guard let name = first.name else { return nil }
        let fieldName = document.text(name)
        guard let definition = schema.field(fieldName, of: parent), let target = target(fieldName, parent) else {
            return nil
        }
        let named = schema.namedType(of: definition.type)
        let denial = access.denial(of: definition, on: schema[parent], giving: schema[named])
        let below = scope.below(group.members)
        let stream = stream(group, first, of: named)
        return PlannedField(
            target: target,
            parent: parent,
            name: fieldName,
            responseKey: document.text(first.alias ?? name),
            type: definition.type,
            forbidsNull: forbidsNull(definition.type),
            arguments: arguments(first, definition, scopes.values(in: group.members[0].scope)),
            selections: denial == nil ? childSelections(sets(group, below.positions), of: named, below.scope) : [],
            denial: denial,
            cost: PlannedCost(of: definition, on: schema[parent], giving: schema[named], in: schema),
            offsets: group.members.map { document.selections[$0.selection].offset },
            delivery: below.numbers.isEmpty && stream == nil
                ? nil : PlannedDelivery(fragments: below.numbers, stream: stream),
            directives: directives(group)
        )
    }

    private func directives(_ group: FieldCollector.Group) -> [PlannedDirective] {
        group.members.flatMap { member in
            document.ownDirectives(of: document.selections[member.selection], in: schema).map {
                PlannedDirective(directive: $0, values: scopes.values(in: member.scope))
            }
        }
    }

    /// The selection sets of a field; deferred fragments have the numbers that the selections below know them by.
    private func sets(_ group: FieldCollector.Group, _ positions: [Int: Int]) -> [SelectionSet] {
        group.members.compactMap { member in
            document.selections[member.selection].selectionSet.map { selections in
                SelectionSet(
                    selections: selections,
                    usage: member.usage.flatMap { positions[$0] },
                    scope: member.scope
                )
            }
        }
    }

    private func target(_ name: String, _ parent: TypeID) -> PlannedField.Target? {
        switch name {
        case "__typename": .typename
        case "__schema": .schema
        case "__type": .type
        default: schema[parent].fieldIndex(name).map(PlannedField.Target.field)
        }
    }

    private func forbidsNull(_ type: TypeReference) -> [Bool] {
        let isNonNull = schema.isNonNull(type)
        guard case .list(let item) = schema[schema.nullable(type)] else { return [isNonNull] }
        return [isNonNull] + forbidsNull(item)
    }

    private mutating func childSelections(
        _ sets: [SelectionSet],
        of type: TypeID,
        _ scope: DeferScope
    ) -> [ChildSelection] {
        guard schema[type].kind.isComposite else { return [] }
        let key = ChildrenKey(type: type, selectionSets: sets, scope: scope)
        if let known = children[key] { return known }
        let isGuarded = schema[type].kind.isAbstract
        let selections = schema[type].possibleTypes.map { possible in
            let selection = SelectionKey(type: possible, selectionSets: sets, scope: scope, isGuarded: isGuarded)
            return ChildSelection(typeName: schema[possible].name, selection: reserve(selection))
        }
        children[key] = selections
        return selections
    }

    /// - Parameter values: what variables stand for inside a fragment with variables of its own; nil elsewhere.
    private func arguments(
        _ selection: Selection,
        _ definition: FieldDefinition,
        _ values: VariableValues?
    ) -> PlannedArguments {
        let arguments = selection.arguments
        if values == nil, CoerceArguments.mentionsVariables(arguments: arguments, document: document) {
            return .variable(arguments)
        }
        do {
            return .constant(
                try CoerceArguments.coerce(
                    arguments: arguments,
                    definitions: definition.arguments,
                    offset: selection.offset,
                    document: document,
                    schema: schema,
                    variables: values ?? VariableValues.none,
                    hidesSuggestions: options.hidesSuggestions
                )
            )
        } catch {
            return .failed(error)
        }
    }
}

// What is delivered later.
extension Planner {
    /// Adds the fields that belong to what is executed here, and reserves selections for the others, grouped by the
    /// deferred fragments that they belong to.
    ///
    /// Source: GraphQL.js 17, `buildExecutionPlan`.
    private mutating func holdBack(
        _ collector: FieldCollector,
        _ key: SelectionKey
    ) throws(GraphQLError) -> PlannedDeferral? {
        if !collector.labels.isEmpty { try checkDeferral() }
        let scope = DeferScope(usages: collector.usages, current: key.scope.current)
        var own: [FieldCollector.Group] = []
        var parts: [(fragments: [Int], groups: [FieldCollector.Group])] = []
        var positions: [[Int]: Int] = [:]
        for group in collector.groups {
            let fragments = scope.fragments(of: group.members)
            let members = fragments.sorted()
            if members == scope.current {
                own.append(group)
            } else if let position = positions[members] {
                parts[position].groups.append(group)
            } else {
                positions[members] = parts.count
                parts.append((fragments, [group]))
            }
        }
        addFields(own, of: key.within(scope))
        return deferral(collector, parts, key.within(scope))
    }

    private mutating func deferral(
        _ collector: FieldCollector,
        _ parts: [(fragments: [Int], groups: [FieldCollector.Group])],
        _ key: SelectionKey
    ) -> PlannedDeferral {
        let begun = collector.usages.suffix(collector.labels.count)
        return PlannedDeferral(
            fragments: zip(collector.labels, begun).map { PlannedDeferral.Fragment(label: $0, parent: $1.parent) },
            parts: parts.map { part in
                var scope = key.scope
                scope.current = part.fragments.sorted()
                reserved.append(Reservation(key: key.within(scope), part: part.groups))
                return PlannedDeferral.Part(fragments: part.fragments, selection: reserved.count - 1)
            }
        )
    }

    private func checkDeferral() throws(GraphQLError) {
        if document.operations[operation].kind == .subscription {
            throw .notSupportedOnSubscriptions(IncrementalDirectives.deferName)
        }
        if !options.deliversIncrementally { throw .unexpectedMultiplePayloads }
    }

    /// The stream of a field whose first selection has `@stream`, as all have in valid documents.
    private mutating func stream(
        _ group: FieldCollector.Group,
        _ first: Selection,
        of type: TypeID
    ) -> PlannedStream? {
        if first.directives.isEmpty { return nil }
        let directive = first.directives.indices.first {
            document.text(document.directives[$0].name) == IncrementalDirectives.streamName
        }
        guard let directive else { return nil }
        let plain = sets(group, [:]).map { SelectionSet(selections: $0.selections, usage: nil, scope: $0.scope) }
        return PlannedStream(
            directive: directive,
            values: scopes.values(in: group.members[0].scope),
            selections: childSelections(plain, of: type, DeferScope())
        )
    }
}
