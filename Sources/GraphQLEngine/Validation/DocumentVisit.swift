/// Walks a document once and shows every node to the rules that look at nodes of its kind, in the order of the list of
/// rules, so that errors come in the order of GraphQL.js.
final class DocumentVisit {
    let context: ValidationContext
    let document: Document
    let listeners: RuleListeners
    let rules: RuleStates

    init(_ context: ValidationContext) {
        self.context = context
        document = context.document
        let isDefault = context.options.rules == ValidationRule.specified
        listeners = isDefault ? .specified : RuleListeners(context.options.rules)
        rules = RuleStates(context)
    }

    func visit() {
        let nesting = document.fragments.isEmpty ? nil : FragmentNesting(document, context.fragments)
        if !listeners.document.isEmpty { ExecutableDefinitions.check(context) }
        for definition in document.definitions where !context.isFinished {
            switch definition {
            case .operation(let index):
                if nesting?.isTooDeep(document.operations[index]) == true { return context.abort() }
                visitOperation(index)
            case .fragment(let index):
                if nesting?.isTooDeep(fragment: index) == true { return context.abort() }
                visitFragment(index)
            case .schema(let index): visit(document.schemas[index])
            case .type(let index): visit(document.types[index])
            case .directive(let index): visit(document.directiveDefinitions[index])
            }
        }
        if !listeners.leaveDocument.isEmpty, !context.isFinished { NoUnusedFragments.check(context) }
    }

    private func visitOperation(_ index: Int) {
        let operation = document.operations[index]
        enterOperation(index, operation)
        for variable in document.variables[operation.variables.indices] { visit(variable, .variableDefinition) }
        visitDirectives(operation.directives, KnownDirectives.location(of: operation.kind))
        let parent = context.schema.rootType(of: operation.kind)
        visit(operation.selectionSet, Place(parent: parent, enclosing: nil, fragment: nil))
        for rule in listeners.leaveOperation where rule == .variablesInAllowedPosition {
            VariablesInAllowedPosition.check(index, context)
        }
    }

    private func visit(_ variable: VariableDefinition, _ location: DirectiveLocation) {
        for rule in listeners.variable {
            switch rule {
            case .variablesAreInputTypes: VariablesAreInputTypes.check(variable, context)
            default: rules.uniqueDirectives.check(variable.directives, context)
            }
        }
        visit(type: variable.type, inTypeSystem: false)
        if let value = variable.defaultValue {
            visit(literal: value, context.types.position(ofDefault: variable))
        }
        visitDirectives(variable.directives, location)
    }

    private func visitFragment(_ index: Int) {
        let fragment = document.fragments[index]
        enterFragment(index, fragment)
        for variable in document.variables[fragment.variables.indices] { visit(variable, .fragmentVariableDefinition) }
        visit(typeName: fragment.typeCondition, inTypeSystem: false)
        visitDirectives(fragment.directives, .fragmentDefinition)
        let parent = context.types.compositeType(fragment.typeCondition)
        visit(fragment.selectionSet, Place(parent: parent, enclosing: nil, fragment: index))
    }

    private func enterOperation(_ index: Int, _ operation: OperationDefinition) {
        for rule in listeners.operation {
            switch rule {
            case .knownOperationTypes: KnownOperationTypes.check(operation, context)
            case .uniqueOperationNames: rules.operationNames.check(operation, context)
            case .loneAnonymousOperation: LoneAnonymousOperation.check(operation, context)
            case .singleFieldSubscriptions: SingleFieldSubscriptions.check(operation, context)
            case .uniqueVariableNames: UniqueVariableNames.check(operation, context)
            case .noUndefinedVariables: NoUndefinedVariables.check(index, context)
            case .noUnusedVariables: NoUnusedVariables.check(operation: index, context)
            case .uniqueDirectivesPerLocation: rules.uniqueDirectives.check(operation.directives, context)
            case .deferStreamDirectiveOnRootField: rules.deferStreamOnRootField.check(operation)
            default: rules.deferStreamOnValidOperations.check(operation)
            }
        }
    }

    private func enterFragment(_ index: Int, _ fragment: FragmentDefinition) {
        for rule in listeners.fragment {
            switch rule {
            case .fragmentsOnCompositeTypes: FragmentsOnCompositeTypes.check(fragment: fragment, context)
            case .uniqueFragmentNames: rules.fragmentNames.check(fragment, context)
            case .noFragmentCycles: rules.fragmentCycles.check(index)
            case .noUnusedVariables: NoUnusedVariables.check(fragment: index, context)
            default: rules.uniqueDirectives.check(fragment.directives, context)
            }
        }
    }
}

extension DocumentVisit {
    /// Where a selection set stands.
    struct Place {
        /// The type that the selections are selected on.
        let parent: TypeID?
        /// The innermost field around them.
        let enclosing: Int?
        /// The fragment in whose definition they stand.
        let fragment: Int?
        /// Whether they belong to an inline fragment, whose fields are compared with those around it.
        var isInlineFragment = false
    }
}
