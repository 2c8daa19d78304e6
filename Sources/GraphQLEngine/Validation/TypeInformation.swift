/// What the schema knows of every selection of a document, found in one walk before the rules run.
final class TypeInformation {
    private enum SpecialField {
        static let none: Int32 = -1
        static let meta: Int32 = -2
    }

    let schema: Schema
    let document: Document
    /// By fragment.
    let signatures: [FragmentSignature]
    let fragments: FragmentIndex
    /// By selection: the composite type that it is selected on, or -1.
    private var parents: [Int32]
    /// By selection: the composite type of its own selections (of a spread: the fragment's), or -1.
    private var inners: [Int32]
    /// By selection: position of a field in its parent's fields, or one of ``SpecialField``.
    private var fieldIndexes: [Int32]
    private var usages = VariableUsages()
    private var operationUsages: [Range<Int>] = []
    private var fragmentUsages: [Range<Int>] = []
    private var operationSpreads: [[Int32]] = []
    private var fragmentSpreads: [[Int32]] = []

    init(_ document: Document, _ schema: Schema, _ fragments: FragmentIndex) {
        self.schema = schema
        self.document = document
        self.fragments = fragments
        signatures = document.fragments.map { FragmentSignature($0, document) }
        let unknown = [Int32](repeating: -1, count: document.selections.count)
        (parents, inners, fieldIndexes) = (unknown, unknown, unknown)
        for operation in document.operations { visit(operation) }
        for fragment in document.fragments { visit(fragment) }
    }

    private func visit(_ operation: OperationDefinition) {
        let start = usages.count
        usages.collect(directives: operation.directives, enclosing: nil, self)
        visit(operation.selectionSet, parent: rootType(of: operation.kind), enclosing: nil)
        operationUsages.append(start..<usages.count)
        operationSpreads.append(spreads(in: operation.selectionSet))
    }

    private func visit(_ fragment: FragmentDefinition) {
        let start = usages.count
        usages.signature = fragments[fragment.name].map { signatures[$0] }
        usages.collect(directives: fragment.directives, enclosing: nil, self)
        visit(fragment.selectionSet, parent: compositeType(fragment.typeCondition), enclosing: nil)
        fragmentUsages.append(start..<usages.count)
        fragmentSpreads.append(spreads(in: fragment.selectionSet))
    }

    private func rootType(of kind: OperationKind) -> TypeID? {
        guard let type = schema.rootType(of: kind) else { return nil }
        return schema.types[Int(type.index)].kind == .object ? type : nil
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

    /// Whether a field is defined by a type of the schema, and is no meta field.
    func isDeclaredField(_ selection: Int) -> Bool { fieldIndexes[selection] >= 0 }

    /// The type of a field, without a copy of its definition.
    func fieldType(_ selection: Int) -> TypeReference? {
        let index = fieldIndexes[selection]
        if index >= 0 { return schema.types[Int(parents[selection])].fields[Int(index)].type }
        return index == SpecialField.meta ? field(selection)?.type : nil
    }

    /// Whether a field requires or takes arguments at all, without a copy of its definition.
    func hasArguments(_ selection: Int) -> Bool {
        let index = fieldIndexes[selection]
        if index >= 0 { return !schema.types[Int(parents[selection])].fields[Int(index)].arguments.isEmpty }
        return index == SpecialField.meta && field(selection)?.arguments.isEmpty == false
    }

    /// The arguments that a directive takes; of a directive that the schema does not define, those of the field around
    /// it, as GraphQL.js has it.
    /// - Parameter enclosing: the field on which the directive stands, or the one around its place.
    func arguments(of directive: Directive, enclosing: Int?) -> [InputValueDefinition] {
        if let definition = schema.directive(named: document.text(directive.name)) { return definition.arguments }
        return enclosing.flatMap(field)?.arguments ?? []
    }

    /// The variables that the fragment of a spread declares.
    func signature(ofSpread spread: Int) -> FragmentSignature? {
        document.selections[spread].name.flatMap { fragments[$0] }.map { signatures[$0] }
    }

    /// The place of an argument of a fragment spread.
    func position(ofFragmentArgument argument: Argument, _ signature: FragmentSignature?) -> InputPosition {
        guard let variable = signature?[argument.name.symbol] else { return .unknown }
        return position(ofDefault: document.variables[variable])
    }

    /// The place of a variable's default value.
    func position(ofDefault variable: VariableDefinition) -> InputPosition {
        let type = InputType.written(variable.type)
        guard let named = type.namedType(document: document, schema: schema) else { return .unknown }
        return schema.types[Int(named.index)].kind.isInput ? InputPosition(type: type) : .unknown
    }

    func compositeType(_ name: Name) -> TypeID? {
        guard let type = schema.type(named: document.text(name)) else { return nil }
        return schema.types[Int(type.index)].kind.isComposite ? type : nil
    }

    func usages(inOperation operation: Int) -> ArraySlice<VariableUsage> { usages.all[operationUsages[operation]] }
    func usages(inFragment fragment: Int) -> ArraySlice<VariableUsage> { usages.all[fragmentUsages[fragment]] }
    /// Selections that spread a fragment.
    func spreads(ofOperation operation: Int) -> [Int32] { operationSpreads[operation] }
    func spreads(ofFragment fragment: Int) -> [Int32] { fragmentSpreads[fragment] }
}

extension TypeInformation {
    private func visit(_ selectionSet: NodeRange, parent: TypeID?, enclosing: Int?) {
        for index in selectionSet.indices {
            parents[index] = parent?.index ?? -1
            let inner = resolve(index, parent)
            inners[index] = inner?.index ?? -1
            let selection = document.selections[index]
            let field = selection.kind == .field ? index : enclosing
            if !selection.arguments.isEmpty { usages.collect(argumentsOf: index, self) }
            if !selection.directives.isEmpty {
                usages.collect(directives: selection.directives, enclosing: field, self)
            }
            if let nested = selection.selectionSet { visit(nested, parent: inner, enclosing: field) }
        }
    }

    private func resolve(_ index: Int, _ parent: TypeID?) -> TypeID? {
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

    private func resolveField(_ index: Int, _ name: String, _ parent: TypeID) {
        if let position = schema.types[Int(parent.index)].fieldIndex(name) {
            fieldIndexes[index] = Int32(position)
        } else if schema.field(name, of: parent) != nil {
            fieldIndexes[index] = SpecialField.meta
        }
    }

    /// In the order of GraphQL.js: a level first, then the last of its nested sets.
    private func spreads(in selectionSet: NodeRange) -> [Int32] {
        if document.fragments.isEmpty { return [] }
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
