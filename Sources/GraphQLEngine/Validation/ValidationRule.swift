/// The rules to which a document can be held; the raw values are their names in GraphQL.js.
///
/// Source: GraphQL specification, section 5 "Validation", and GraphQL.js for the rules that no section has.
public enum ValidationRule: String, Sendable, CaseIterable {
    case executableDefinitions = "ExecutableDefinitionsRule"
    case knownOperationTypes = "KnownOperationTypesRule"
    case uniqueOperationNames = "UniqueOperationNamesRule"
    case loneAnonymousOperation = "LoneAnonymousOperationRule"
    case singleFieldSubscriptions = "SingleFieldSubscriptionsRule"
    case knownTypeNames = "KnownTypeNamesRule"
    case fragmentsOnCompositeTypes = "FragmentsOnCompositeTypesRule"
    case variablesAreInputTypes = "VariablesAreInputTypesRule"
    case scalarLeafs = "ScalarLeafsRule"
    case fieldsOnCorrectType = "FieldsOnCorrectTypeRule"
    case uniqueFragmentNames = "UniqueFragmentNamesRule"
    case knownFragmentNames = "KnownFragmentNamesRule"
    case noUnusedFragments = "NoUnusedFragmentsRule"
    case possibleFragmentSpreads = "PossibleFragmentSpreadsRule"
    case noFragmentCycles = "NoFragmentCyclesRule"
    case uniqueVariableNames = "UniqueVariableNamesRule"
    case noUndefinedVariables = "NoUndefinedVariablesRule"
    case noUnusedVariables = "NoUnusedVariablesRule"
    case knownDirectives = "KnownDirectivesRule"
    case uniqueDirectivesPerLocation = "UniqueDirectivesPerLocationRule"
    case deferStreamDirectiveOnRootField = "DeferStreamDirectiveOnRootField"
    case deferStreamDirectiveOnValidOperations = "DeferStreamDirectiveOnValidOperationsRule"
    case deferStreamDirectiveLabel = "DeferStreamDirectiveLabel"
    case streamDirectiveOnListField = "StreamDirectiveOnListField"
    case knownArgumentNames = "KnownArgumentNamesRule"
    case uniqueArgumentNames = "UniqueArgumentNamesRule"
    case valuesOfCorrectType = "ValuesOfCorrectTypeRule"
    case providedRequiredArguments = "ProvidedRequiredArgumentsRule"
    case variablesInAllowedPosition = "VariablesInAllowedPositionRule"
    case overlappingFieldsCanBeMerged = "OverlappingFieldsCanBeMergedRule"
    case uniqueInputFieldNames = "UniqueInputFieldNamesRule"
    case maximumIntrospectionDepth = "MaxIntrospectionDepthRule"
    case noDeprecated = "NoDeprecatedCustomRule"
    case noSchemaIntrospection = "NoSchemaIntrospectionCustomRule"
    case idempotentOnRootMutations = "IdempotentOnRootMutationsCustomRule"

    /// Rules that the specification does not have but that every server should apply.
    public static let recommended: [ValidationRule] = [.maximumIntrospectionDepth]

    /// Rules that a document is held to unless others are chosen, in the order of GraphQL.js.
    public static let specified: [ValidationRule] = allCases.filter {
        ![.noDeprecated, .noSchemaIntrospection, .idempotentOnRootMutations].contains($0)
    }

    /// The same with the rules about directives that this project's schema defines.
    public static let served: [ValidationRule] = specified + [.idempotentOnRootMutations]

    /// The rule of a name, with or without "Rule" at its end.
    public init?(name: String) {
        guard let rule = ValidationRule(rawValue: name) ?? ValidationRule.byShortName[name] else { return nil }
        self = rule
    }

    private static let byShortName: [String: ValidationRule] = Dictionary(
        allCases.map { rule in
            let name = rule.rawValue
            return (name.hasSuffix("Rule") ? String(name.dropLast(4)) : name + "Rule", rule)
        },
        uniquingKeysWith: { first, _ in first }
    )
}
