/// What kind of difference a ``SchemaChange`` is; raw values are the names that GraphQL.js gives them.
public enum SchemaChangeType: String, Sendable, CaseIterable {
    case typeRemoved = "TYPE_REMOVED"
    case typeChangedKind = "TYPE_CHANGED_KIND"
    case typeRemovedFromUnion = "TYPE_REMOVED_FROM_UNION"
    case valueRemovedFromEnum = "VALUE_REMOVED_FROM_ENUM"
    case requiredInputFieldAdded = "REQUIRED_INPUT_FIELD_ADDED"
    case implementedInterfaceRemoved = "IMPLEMENTED_INTERFACE_REMOVED"
    case fieldRemoved = "FIELD_REMOVED"
    case fieldChangedKind = "FIELD_CHANGED_KIND"
    case requiredArgumentAdded = "REQUIRED_ARG_ADDED"
    case argumentRemoved = "ARG_REMOVED"
    case argumentChangedKind = "ARG_CHANGED_KIND"
    case directiveRemoved = "DIRECTIVE_REMOVED"
    case directiveArgumentRemoved = "DIRECTIVE_ARG_REMOVED"
    case requiredDirectiveArgumentAdded = "REQUIRED_DIRECTIVE_ARG_ADDED"
    case directiveRepeatableRemoved = "DIRECTIVE_REPEATABLE_REMOVED"
    case directiveLocationRemoved = "DIRECTIVE_LOCATION_REMOVED"

    case valueAddedToEnum = "VALUE_ADDED_TO_ENUM"
    case typeAddedToUnion = "TYPE_ADDED_TO_UNION"
    case optionalInputFieldAdded = "OPTIONAL_INPUT_FIELD_ADDED"
    case optionalArgumentAdded = "OPTIONAL_ARG_ADDED"
    case implementedInterfaceAdded = "IMPLEMENTED_INTERFACE_ADDED"
    case argumentDefaultValueChanged = "ARG_DEFAULT_VALUE_CHANGE"
    case inputFieldDefaultValueChanged = "INPUT_FIELD_DEFAULT_VALUE_CHANGE"

    case typeAdded = "TYPE_ADDED"
    case directiveAdded = "DIRECTIVE_ADDED"
    case fieldAdded = "FIELD_ADDED"
    case directiveRepeatableAdded = "DIRECTIVE_REPEATABLE_ADDED"
    case directiveLocationAdded = "DIRECTIVE_LOCATION_ADDED"
    case optionalDirectiveArgumentAdded = "OPTIONAL_DIRECTIVE_ARG_ADDED"
    case fieldChangedKindSafely = "FIELD_CHANGED_KIND_SAFE"
    case argumentChangedKindSafely = "ARG_CHANGED_KIND_SAFE"
    case argumentDefaultValueAdded = "ARG_DEFAULT_VALUE_ADDED"
    case inputFieldDefaultValueAdded = "INPUT_FIELD_DEFAULT_VALUE_ADDED"
    case descriptionChanged = "DESCRIPTION_CHANGED"

    /// What changes of this type may do to operations.
    public var criticality: SchemaChange.Criticality {
        switch self {
        case .typeRemoved, .typeChangedKind, .typeRemovedFromUnion, .valueRemovedFromEnum, .requiredInputFieldAdded,
            .implementedInterfaceRemoved, .fieldRemoved, .fieldChangedKind, .requiredArgumentAdded, .argumentRemoved,
            .argumentChangedKind, .directiveRemoved, .directiveArgumentRemoved, .requiredDirectiveArgumentAdded,
            .directiveRepeatableRemoved, .directiveLocationRemoved:
            .breaking
        case .valueAddedToEnum, .typeAddedToUnion, .optionalInputFieldAdded, .optionalArgumentAdded,
            .implementedInterfaceAdded, .argumentDefaultValueChanged, .inputFieldDefaultValueChanged:
            .dangerous
        case .typeAdded, .directiveAdded, .fieldAdded, .directiveRepeatableAdded, .directiveLocationAdded,
            .optionalDirectiveArgumentAdded, .fieldChangedKindSafely, .argumentChangedKindSafely,
            .argumentDefaultValueAdded, .inputFieldDefaultValueAdded, .descriptionChanged:
            .safe
        }
    }
}
