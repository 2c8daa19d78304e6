/// Turns a valid operation into a ``Plan``.
struct Planner {
    let document: Document
    let schema: Schema
    let operation: Int
    let access: any AccessPolicy
    private let conditions: SelectionConditions
    private let fragments: [Int32: Int]

    private var fields: [PlannedField] = []
    private var selections: [PlannedSelection] = []
    private var planned: [SelectionKey: Int] = [:]

    /// What makes two selections the same: they may be reached many times through fragments.
    private struct SelectionKey: Hashable {
        let type: TypeID
        let selectionSets: [NodeRange]
    }

    init(document: Document, schema: Schema, operation: Int, access: any AccessPolicy, conditions: [Int32: Bool]) {
        self.document = document
        self.schema = schema
        self.operation = operation
        self.access = access
        self.conditions = SelectionConditions(document: document, variables: conditions)
        fragments = Dictionary(
            document.fragments.enumerated().map { ($1.name.symbol, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// - Throws: when the schema has no root type for the operation.
    mutating func plan() throws(GraphQLErrors) -> Plan {
        let definition = document.operations[operation]
        guard let rootType = schema.rootType(of: definition.kind) else {
            let error = GraphQLError(
                "Schema is not configured to execute \(definition.kind.rawValue) operation.",
                locations: [document.source.location(at: definition.offset)]
            )
            throw GraphQLErrors([error])
        }
        let root = select([definition.selectionSet], on: rootType, denial: nil)
        return Plan(
            document: document,
            schema: schema,
            operation: operation,
            fields: fields,
            selections: selections,
            root: root
        )
    }

    private mutating func select(_ sets: [NodeRange], on type: TypeID, denial: GraphQLError?) -> Int {
        let key = SelectionKey(type: type, selectionSets: sets)
        if let index = planned[key] { return index }
        var collector = FieldCollector(
            document: document,
            schema: schema,
            fragments: fragments,
            conditions: conditions,
            type: type
        )
        for set in sets { collector.collect(set) }
        var selected: [PlannedField] = []
        selected.reserveCapacity(collector.groups.count)
        for group in collector.groups {
            if let field = field(group, on: type) { selected.append(field) }
        }
        let start = fields.count
        fields.append(contentsOf: selected)
        selections.append(
            PlannedSelection(
                type: type,
                fields: start..<fields.count,
                responseKeys: selected.map(\.responseKey),
                denial: denial
            )
        )
        planned[key] = selections.count - 1
        return selections.count - 1
    }

    /// Nil for a field that the type does not have, which validation refuses.
    private mutating func field(_ group: FieldCollector.Group, on parent: TypeID) -> PlannedField? {
        let first = document.selections[group.selections[0]]
        guard let name = first.name else { return nil }
        let fieldName = document.text(name)
        guard let definition = schema.field(fieldName, of: parent), let target = target(fieldName, parent) else {
            return nil
        }
        let responseKey = document.text(first.alias ?? name)
        let named = schema.namedType(of: definition.type)
        let denial = access.denial(of: definition, on: schema[parent], giving: schema[named])
        let sets = group.selections.compactMap { document.selections[$0].selectionSet }
        let children = denial == nil ? childSelections(sets, of: named) : []
        return PlannedField(
            target: target,
            parent: parent,
            name: fieldName,
            responseKey: responseKey,
            type: definition.type,
            forbidsNull: forbidsNull(definition.type),
            arguments: arguments(first, definition),
            selections: children,
            selectedFields: selectedFields(children),
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
        let isAbstract = schema[type].kind.isAbstract
        return schema[type].possibleTypes.map { possible in
            let denial = isAbstract ? access.denial(of: schema[possible]) : nil
            return ChildSelection(
                typeName: schema[possible].name,
                selection: select(sets, on: possible, denial: denial)
            )
        }
    }

    private func selectedFields(_ children: [ChildSelection]) -> Set<String> {
        var names: Set<String> = []
        for child in children {
            for index in selections[child.selection].fields { names.insert(fields[index].name) }
        }
        return names
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
                    variables: nil
                )
            )
        } catch {
            return .failed(error)
        }
    }
}
