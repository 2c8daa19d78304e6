/// The rules for schema documents, in the order of GraphQL.js's `specifiedSDLRules`; raw values are its names.
public enum SchemaDocumentRule: String, Sendable, CaseIterable {
    case loneSchemaDefinition = "LoneSchemaDefinitionRule"
    case uniqueOperationTypes = "UniqueOperationTypesRule"
    case uniqueTypeNames = "UniqueTypeNamesRule"
    case uniqueEnumValueNames = "UniqueEnumValueNamesRule"
    case uniqueFieldDefinitionNames = "UniqueFieldDefinitionNamesRule"
    case uniqueArgumentDefinitionNames = "UniqueArgumentDefinitionNamesRule"
    case uniqueDirectiveNames = "UniqueDirectiveNamesRule"
    case knownTypeNames = "KnownTypeNamesRule"
    case knownDirectives = "KnownDirectivesRule"
    case uniqueDirectivesPerLocation = "UniqueDirectivesPerLocationRule"
    case possibleTypeExtensions = "PossibleTypeExtensionsRule"
    case knownArgumentNamesOnDirectives = "KnownArgumentNamesOnDirectivesRule"
    case uniqueArgumentNames = "UniqueArgumentNamesRule"
    case uniqueInputFieldNames = "UniqueInputFieldNamesRule"
    case providedRequiredArgumentsOnDirectives = "ProvidedRequiredArgumentsOnDirectivesRule"

    /// The rule at the start of a visit of the context's document.
    func makeVisitor(_ context: SchemaDocumentContext) -> any SchemaDocumentVisitor {
        switch self {
        case .loneSchemaDefinition: LoneSchemaDefinitionRule(context)
        case .uniqueOperationTypes: UniqueOperationTypesRule(context)
        case .uniqueTypeNames: UniqueTypeNamesRule(context)
        case .uniqueEnumValueNames: UniqueEnumValueNamesRule(context)
        case .uniqueFieldDefinitionNames: UniqueFieldDefinitionNamesRule(context)
        case .uniqueArgumentDefinitionNames: UniqueArgumentDefinitionNamesRule(context)
        case .uniqueDirectiveNames: UniqueDirectiveNamesRule(context)
        case .knownTypeNames: KnownTypeNamesRule(context)
        case .knownDirectives: KnownDirectivesRule(context)
        case .uniqueDirectivesPerLocation: UniqueDirectivesPerLocationRule(context)
        case .possibleTypeExtensions: PossibleTypeExtensionsRule(context)
        case .knownArgumentNamesOnDirectives: KnownArgumentNamesOnDirectivesRule(context)
        case .uniqueArgumentNames: UniqueArgumentNamesRule(context)
        case .uniqueInputFieldNames: UniqueInputFieldNamesRule(context)
        case .providedRequiredArgumentsOnDirectives: ProvidedRequiredArgumentsOnDirectivesRule(context)
        }
    }
}
