/// Walks a document once and shows every node to the rules that look at nodes of its kind, in the order of
/// GraphQL.js's list of rules, so that errors come in its order too.
struct DocumentVisit {
    private let context: ValidationContext
    private let document: Document
    private let operationNames: UniqueOperationNames
    private let fragmentCycles: NoFragmentCycles
    private let overlappingFields: OverlappingFieldsCanBeMerged

    init(_ context: ValidationContext) {
        self.context = context
        document = context.document
        operationNames = UniqueOperationNames()
        fragmentCycles = NoFragmentCycles(context)
        overlappingFields = OverlappingFieldsCanBeMerged(context)
    }

    func visit() {
        ExecutableDefinitions.check(context)
        for definition in document.definitions where !context.isFull {
            switch definition {
            case .operation(let index): visitOperation(index)
            case .fragment(let index): visitFragment(index)
            case .schema, .type, .directive: break
            }
        }
        NoUnusedFragments.check(context)
    }

    private func visitOperation(_ index: Int) {
        let operation = document.operations[index]
        KnownOperationTypes.check(operation, context)
        operationNames.check(operation, context)
        LoneAnonymousOperation.check(operation, context)
        SingleFieldSubscriptions.check(operation, context)
        UniqueVariableNames.check(operation, context)
        NoUndefinedVariables.check(index, context)
        NoUnusedVariables.check(index, context)
        UniqueDirectivesPerLocation.check(operation.directives, context)
        for index in operation.variables.indices { visitVariable(document.variables[index]) }
        visitDirectives(operation.directives, KnownDirectives.location(of: operation.kind))
        overlappingFields.enter(operation)
        visitSelectionSet(operation.selectionSet)
        VariablesInAllowedPosition.check(index, context)
    }

    private func visitVariable(_ variable: VariableDefinition) {
        VariablesAreInputTypes.check(variable, context)
        UniqueDirectivesPerLocation.check(variable.directives, context)
        KnownTypeNames.check(type: variable.type, context)
        if let value = variable.defaultValue {
            ValuesOfCorrectType.check(default: value, of: variable, context)
            UniqueInputFieldNames.check(value, context)
        }
        visitDirectives(variable.directives, .variableDefinition)
    }

    private func visitFragment(_ index: Int) {
        let fragment = document.fragments[index]
        FragmentsOnCompositeTypes.check(fragment: fragment, context)
        UniqueFragmentNames.check(index, context)
        fragmentCycles.check(index)
        UniqueDirectivesPerLocation.check(fragment.directives, context)
        KnownTypeNames.check(fragment.typeCondition, context)
        visitDirectives(fragment.directives, .fragmentDefinition)
        overlappingFields.enter(fragment: index)
        visitSelectionSet(fragment.selectionSet)
    }

    private func visitSelectionSet(_ selectionSet: NodeRange) {
        overlappingFields.check(selectionSet)
        for index in selectionSet.indices where !context.isFull {
            switch document.selections[index].kind {
            case .field: visitField(index)
            case .fragmentSpread: visitSpread(index)
            case .inlineFragment: visitInlineFragment(index)
            }
        }
    }

    private func visitField(_ index: Int) {
        let field = document.selections[index]
        ScalarLeafs.check(index, context)
        FieldsOnCorrectType.check(index, context)
        UniqueDirectivesPerLocation.check(field.directives, context)
        UniqueArgumentNames.check(field.arguments, context)
        visitArguments(of: index)
        visitDirectives(field.directives, .field)
        if let selectionSet = field.selectionSet { visitSelectionSet(selectionSet) }
        ProvidedRequiredArguments.check(field: index, context)
    }

    private func visitSpread(_ index: Int) {
        let spread = document.selections[index]
        KnownFragmentNames.check(spread, context)
        PossibleFragmentSpreads.check(index, context)
        UniqueDirectivesPerLocation.check(spread.directives, context)
        visitDirectives(spread.directives, .fragmentSpread)
    }

    private func visitInlineFragment(_ index: Int) {
        let fragment = document.selections[index]
        FragmentsOnCompositeTypes.check(inlineFragment: fragment, context)
        PossibleFragmentSpreads.check(index, context)
        UniqueDirectivesPerLocation.check(fragment.directives, context)
        if let condition = fragment.name { KnownTypeNames.check(condition, context) }
        visitDirectives(fragment.directives, .inlineFragment)
        if let selectionSet = fragment.selectionSet { visitSelectionSet(selectionSet) }
    }

    private func visitArguments(of index: Int) {
        let range = document.selections[index].arguments
        guard !range.isEmpty else { return }
        let definition = context.types.field(index)
        for argument in document.arguments[range.indices] {
            KnownArgumentNames.check(argument, field: index, definition, context)
            visitValue(of: argument, definition?.arguments ?? [])
        }
    }

    private func visitDirectives(_ range: NodeRange, _ location: DirectiveLocation) {
        for directive in document.directives[range.indices] {
            let definition = context.schema.directive(named: context.text(directive.name))
            KnownDirectives.check(directive, definition, location, context)
            KnownArgumentNames.check(directive, definition, context)
            UniqueArgumentNames.check(directive.arguments, context)
            for argument in document.arguments[directive.arguments.indices] {
                visitValue(of: argument, definition?.arguments ?? [])
            }
            ProvidedRequiredArguments.check(directive, definition, context)
        }
    }

    private func visitValue(of argument: Argument, _ definitions: [InputValueDefinition]) {
        let name = context.text(argument.name)
        if let definition = definitions.first(where: { $0.name == name }) {
            ValuesOfCorrectType.check(argument.value, .declared(definition.type), context)
        }
        UniqueInputFieldNames.check(argument.value, context)
    }
}
