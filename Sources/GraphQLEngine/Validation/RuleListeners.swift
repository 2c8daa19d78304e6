/// Which rules look at which nodes, each list in the order in which the rules report.
struct RuleListeners {
    let document: [ValidationRule]
    let leaveDocument: [ValidationRule]
    let operation: [ValidationRule]
    let leaveOperation: [ValidationRule]
    let variable: [ValidationRule]
    let fragment: [ValidationRule]
    let selectionSet: [ValidationRule]
    let field: [ValidationRule]
    let leaveField: [ValidationRule]
    let spread: [ValidationRule]
    let leaveSpread: [ValidationRule]
    let inlineFragment: [ValidationRule]
    let argument: [ValidationRule]
    let directive: [ValidationRule]
    let leaveDirective: [ValidationRule]
    let value: [ValidationRule]
    let objectField: [ValidationRule]
    let enumValue: [ValidationRule]
    let typeName: [ValidationRule]
    /// Nodes of the type system that can have directives.
    let typeSystem: [ValidationRule]

    static let specified = RuleListeners(ValidationRule.specified)

    init(_ rules: [ValidationRule]) {
        func listening(_ interested: ValidationRule...) -> [ValidationRule] { rules.filter(interested.contains) }
        document = listening(.executableDefinitions)
        leaveDocument = listening(.noUnusedFragments)
        operation = listening(
            .knownOperationTypes,
            .uniqueOperationNames,
            .loneAnonymousOperation,
            .singleFieldSubscriptions,
            .uniqueVariableNames,
            .noUndefinedVariables,
            .noUnusedVariables,
            .uniqueDirectivesPerLocation,
            .deferStreamDirectiveOnRootField,
            .deferStreamDirectiveOnValidOperations
        )
        leaveOperation = listening(.variablesInAllowedPosition)
        variable = listening(.variablesAreInputTypes, .uniqueDirectivesPerLocation)
        fragment = listening(
            .fragmentsOnCompositeTypes,
            .uniqueFragmentNames,
            .noFragmentCycles,
            .noUnusedVariables,
            .uniqueDirectivesPerLocation
        )
        selectionSet = listening(.overlappingFieldsCanBeMerged)
        field = listening(
            .scalarLeafs,
            .fieldsOnCorrectType,
            .uniqueDirectivesPerLocation,
            .uniqueArgumentNames,
            .maximumIntrospectionDepth,
            .noDeprecated,
            .noSchemaIntrospection
        )
        leaveField = listening(.providedRequiredArguments, .maximumIntrospectionDepth)
        spread = listening(.knownFragmentNames, .possibleFragmentSpreads, .uniqueDirectivesPerLocation)
        leaveSpread = listening(.providedRequiredArguments)
        inlineFragment = listening(.fragmentsOnCompositeTypes, .possibleFragmentSpreads, .uniqueDirectivesPerLocation)
        argument = listening(.knownArgumentNames, .noDeprecated)
        directive = listening(
            .knownDirectives,
            .deferStreamDirectiveLabel,
            .streamDirectiveOnListField,
            .knownArgumentNames,
            .uniqueArgumentNames,
            .idempotentOnRootMutations
        )
        leaveDirective = listening(.providedRequiredArguments)
        value = listening(.valuesOfCorrectType)
        objectField = listening(.uniqueInputFieldNames, .noDeprecated)
        enumValue = listening(.noDeprecated)
        typeName = listening(.knownTypeNames)
        typeSystem = listening(.uniqueDirectivesPerLocation)
    }
}
