/// What a schema coordinate refers to, with the elements that contain it.
///
/// Source: GraphQL specification, section 3.14 "Schema Coordinates".
public enum SchemaElement: Sendable {
    case namedType(TypeID)
    case field(TypeID, FieldDefinition)
    case inputField(TypeID, InputValueDefinition)
    case enumValue(TypeID, EnumValue)
    case fieldArgument(TypeID, FieldDefinition, InputValueDefinition)
    case directive(DirectiveDefinition)
    case directiveArgument(DirectiveDefinition, InputValueDefinition)
}
