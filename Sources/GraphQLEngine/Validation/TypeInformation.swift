/// What the schema knows of every selection of a document, found in one walk before the rules run.
struct TypeInformation {
    private enum SpecialField {
        static let none: Int32 = -1
        static let meta: Int32 = -2
    }

    private let schema: Schema
    private let document: Document
    /// By selection: the composite type that it is selected on, or -1.
    private var parents: [Int32]
    /// By selection: the composite type of its own selections (of a spread: the fragment's), or -1.
    private var inners: [Int32]
    /// By selection: position of a field in its parent's fields, or one of ``SpecialField``.
    private var fieldIndexes: [Int32]
    private var usages: [VariableUsage] = []
    private var operationUsages: [Range<Int>] = []
    private var fragmentUsages: [Range<Int>] = []
    private var operationSpreads: [[Int32]] = []
    private var fragmentSpreads: [[Int32]] = []

    init(_ document: Document, _ schema: Schema, _ fragments: FragmentIndex) {
        self.schema = schema
        self.document = document
        let unknown = [Int32](repeating: -1, count: document.selections.count)
        (parents, inners, fieldIndexes) = (unknown, unknown, unknown)
        for operation in document.operations {
            let start = usages.count
            collectUsages(directives: operation.directives)
            visit(operation.selectionSet, parent: schema.rootType(of: operation.kind), fragments)
            operationUsages.append(start..<usages.count)
            operationSpreads.append(spreads(in: operation.selectionSet))
        }
        for fragment in document.fragments {
            let start = usages.count
            collectUsages(directives: fragment.directives)
            visit(fragment.selectionSet, parent: compositeType(fragment.typeCondition), fragments)
            fragmentUsages.append(start..<usages.count)
            fragmentSpreads.append(spreads(in: fragment.selectionSet))
        }
    }

    /// The type that a selection is selected on.
    func parent(_ selection: Int) -> TypeID? {
        parents[selection] < 0 ? nil : TypeID(index: parents[selection])
    }

    /// The type that the selections inside a selection are selected on.
    func inner(_ selection: Int) -> TypeID? {
        inners[selection] < 0 ? nil : TypeID(index: inners[selection])
    }

    func field(_ selection: Int) -> FieldDefinition? {
        guard let parent = parent(selection), let name = document.selections[selection].name else { return nil }
        switch fieldIndexes[selection] {
        case SpecialField.none: return nil
        case SpecialField.meta: return schema.field(document.text(name), of: parent)
        case let index: return schema.types[Int(parent.index)].fields[Int(index)]
        }
    }

    /// The type of a field, without a copy of its definition.
    func fieldType(_ selection: Int) -> TypeReference? {
        let index = fieldIndexes[selection]
        if index >= 0 { return schema.types[Int(parents[selection])].fields[Int(index)].type }
        return index == SpecialField.meta ? field(selection)?.type : nil
    }

    func compositeType(_ name: Name) -> TypeID? {
        guard let type = schema.type(named: document.text(name)) else { return nil }
        return schema.types[Int(type.index)].kind.isComposite ? type : nil
    }

    func usages(inOperation operation: Int) -> ArraySlice<VariableUsage> { usages[operationUsages[operation]] }
    func usages(inFragment fragment: Int) -> ArraySlice<VariableUsage> { usages[fragmentUsages[fragment]] }
    /// Selections that spread a fragment.
    func spreads(ofOperation operation: Int) -> [Int32] { operationSpreads[operation] }
    func spreads(ofFragment fragment: Int) -> [Int32] { fragmentSpreads[fragment] }
}

extension TypeInformation {
    private mutating func visit(_ selectionSet: NodeRange, parent: TypeID?, _ fragments: FragmentIndex) {
        for index in selectionSet.indices {
            parents[index] = parent?.index ?? -1
            let inner = resolve(index, parent, fragments)
            inners[index] = inner?.index ?? -1
            collectUsages(index)
            if let nested = document.selections[index].selectionSet { visit(nested, parent: inner, fragments) }
        }
    }

    private mutating func resolve(_ index: Int, _ parent: TypeID?, _ fragments: FragmentIndex) -> TypeID? {
        let selection = document.selections[index]
        guard let name = selection.name else { return parent }
        switch selection.kind {
        case .field:
            guard let parent else { return nil }
            resolveField(index, document.text(name), parent)
            guard let type = fieldType(index).map(schema.namedType(of:)) else { return nil }
            return schema.types[Int(type.index)].kind.isComposite ? type : nil
        case .inlineFragment: return compositeType(name)
        case .fragmentSpread: return fragments[name].flatMap { compositeType(document.fragments[$0].typeCondition) }
        }
    }

    private mutating func resolveField(_ index: Int, _ name: String, _ parent: TypeID) {
        if let position = schema.types[Int(parent.index)].fieldIndex(name) {
            fieldIndexes[index] = Int32(position)
        } else if schema.field(name, of: parent) != nil {
            fieldIndexes[index] = SpecialField.meta
        }
    }

    /// In the order of GraphQL.js: a level first, then the last of its nested sets.
    private func spreads(in selectionSet: NodeRange) -> [Int32] {
        var found: [Int32] = []
        var pending = [selectionSet]
        while let set = pending.popLast() {
            for index in set.indices {
                if document.selections[index].kind == .fragmentSpread {
                    found.append(Int32(index))
                } else if let nested = document.selections[index].selectionSet {
                    pending.append(nested)
                }
            }
        }
        return found
    }
}

extension TypeInformation {
    private mutating func collectUsages(_ selection: Int) {
        let arguments = document.selections[selection].arguments
        if !arguments.isEmpty { collectUsages(arguments: arguments, field(selection)?.arguments ?? []) }
        collectUsages(directives: document.selections[selection].directives)
    }

    private mutating func collectUsages(directives: NodeRange) {
        for directive in document.directives[directives.indices] where !directive.arguments.isEmpty {
            let definition = schema.directive(named: document.text(directive.name))
            collectUsages(arguments: directive.arguments, definition?.arguments ?? [])
        }
    }

    private mutating func collectUsages(arguments: NodeRange, _ definitions: [InputValueDefinition]) {
        for argument in document.arguments[arguments.indices] {
            let name = document.text(argument.name)
            let definition = definitions.first { $0.name == name }
            collectUsages(argument.value, definition?.type, hasDefault: definition?.defaultValue != nil)
        }
    }

    private mutating func collectUsages(
        _ value: Int32,
        _ type: TypeReference?,
        hasDefault: Bool,
        oneOf: TypeID? = nil
    ) {
        let node = document.values[Int(value)]
        switch node.kind {
        case .variable(let name):
            let usage = VariableUsage(name: name, offset: node.offset, type: type, hasDefault: hasDefault, oneOf: oneOf)
            usages.append(usage)
        case .list(let items):
            let item = type.map(itemType)
            for index in items.indices { collectUsages(Int32(index), item, hasDefault: false) }
        case .object(let fields):
            collectUsages(fields: fields, type.map(schema.namedType(of:)))
        case .int, .float, .string, .boolean, .null, .enumeration:
            break
        }
    }

    private mutating func collectUsages(fields: NodeRange, _ type: TypeID?) {
        for field in document.objectFields[fields.indices] {
            let position = type.flatMap { schema[$0].inputFieldIndex(document.text(field.name)) }
            guard let type, let position else {
                collectUsages(field.value, nil, hasDefault: false)
                continue
            }
            let definition = schema.types[Int(type.index)].inputFields[position]
            let oneOf = schema.types[Int(type.index)].isOneOf ? type : nil
            collectUsages(field.value, definition.type, hasDefault: definition.defaultValue != nil, oneOf: oneOf)
        }
    }

    /// The type inside a list type; any other type stays, because one value may stand for a list of it.
    private func itemType(_ type: TypeReference) -> TypeReference {
        if case .list(let item) = schema[schema.nullable(type)] { item } else { type }
    }
}
