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
    private let fragments: [Int32: Int]

    private var fields: [PlannedField] = []
    private var selections: [PlannedSelection] = []
    private var reserved: [SelectionKey] = []
    private var planned: [SelectionKey: Int] = [:]
    private var children: [ChildrenKey: [ChildSelection]] = [:]

    /// What makes two selections the same: they may be reached many times through fragments.
    private struct SelectionKey: Hashable {
        let type: TypeID
        let selectionSets: [NodeRange]
        /// Whether the type is known at execution only, so that access to it is decided here.
        let isGuarded: Bool
    }

    private struct ChildrenKey: Hashable {
        let type: TypeID
        let selectionSets: [NodeRange]
    }

    init(
        document: Document,
        schema: Schema,
        operation: Int,
        access: any AccessPolicy,
        options: PlanningOptions = PlanningOptions(),
        conditions: [Int32: SelectionConditions.Variable]
    ) {
        self.document = document
        self.schema = schema
        self.operation = operation
        self.access = access
        self.options = options
        self.conditions = SelectionConditions(document: document, variables: conditions)
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
        let root = reserve(SelectionKey(type: rootType, selectionSets: [definition.selectionSet], isGuarded: false))
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
            root: root
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
        reserved.append(key)
        return reserved.count - 1
    }

    private mutating func selection(_ key: SelectionKey) -> PlannedSelection {
        let start = fields.count
        var failure = key.isGuarded ? access.denial(of: schema[key.type]) : nil
        do throws(GraphQLError) {
            for group in try groups(key) {
                if let field = field(group, on: key.type) { fields.append(field) }
            }
        } catch {
            failure = failure ?? error
        }
        return PlannedSelection(
            type: key.type,
            fields: start..<fields.count,
            responseKeys: fields[start...].map(\.responseKey),
            failure: failure
        )
    }

    private func groups(_ key: SelectionKey) throws(GraphQLError) -> [FieldCollector.Group] {
        var collector = FieldCollector(
            document: document,
            schema: schema,
            fragments: fragments,
            conditions: conditions,
            type: key.type
        )
        for set in key.selectionSets { try collector.collect(set) }
        return collector.groups
    }

    /// Nil for a field that the type does not have: it is left out.
    private mutating func field(_ group: FieldCollector.Group, on parent: TypeID) -> PlannedField? {
        let first = document.selections[group.selections[0]]
        guard let name = first.name else { return nil }
        let fieldName = document.text(name)
        guard let definition = schema.field(fieldName, of: parent), let target = target(fieldName, parent) else {
            return nil
        }
        let named = schema.namedType(of: definition.type)
        let denial = access.denial(of: definition, on: schema[parent], giving: schema[named])
        let sets = group.selections.compactMap { document.selections[$0].selectionSet }
        return PlannedField(
            target: target,
            parent: parent,
            name: fieldName,
            responseKey: document.text(first.alias ?? name),
            type: definition.type,
            forbidsNull: forbidsNull(definition.type),
            arguments: arguments(first, definition),
            selections: denial == nil ? childSelections(sets, of: named) : [],
            denial: denial,
            cost: PlannedCost(of: definition, on: schema[parent], giving: schema[named], in: schema),
            offsets: group.selections.map { document.selections[$0].offset }
        )
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

    private mutating func childSelections(_ sets: [NodeRange], of type: TypeID) -> [ChildSelection] {
        guard schema[type].kind.isComposite else { return [] }
        let key = ChildrenKey(type: type, selectionSets: sets)
        if let known = children[key] { return known }
        let isGuarded = schema[type].kind.isAbstract
        let selections = schema[type].possibleTypes.map { possible in
            let selection = SelectionKey(type: possible, selectionSets: sets, isGuarded: isGuarded)
            return ChildSelection(typeName: schema[possible].name, selection: reserve(selection))
        }
        children[key] = selections
        return selections
    }

    private func arguments(_ selection: Selection, _ definition: FieldDefinition) -> PlannedArguments {
        let arguments = selection.arguments
        if CoerceArguments.mentionsVariables(arguments: arguments, document: document) { return .variable(arguments) }
        do {
            return .constant(
                try CoerceArguments.coerce(
                    arguments: arguments,
                    definitions: definition.arguments,
                    offset: selection.offset,
                    document: document,
                    schema: schema,
                    variables: VariableValues.none,
                    hidesSuggestions: options.hidesSuggestions
                )
            )
        } catch {
            return .failed(error)
        }
    }
}
