/// The fields that every schema has without defining them: `__typename`, `__schema` and `__type`.
///
/// Source: GraphQL specification, section 4.1 "Type Name Introspection" and 4.2 "Schema Introspection".
struct MetaFields: Sendable {
    let typename: FieldDefinition
    let schema: FieldDefinition
    let type: FieldDefinition

    /// Adds the wrapped types that the fields need; nil when a schema is built without the introspection types.
    init?(types: [NamedType], wrappedTypes: inout WrappedTypes) {
        func named(_ name: String) -> TypeReference? {
            types.firstIndex { $0.name == name }.map { TypeReference(index: Int32($0)) }
        }
        guard let string = named("String"), let schemaType = named("__Schema"), let typeType = named("__Type") else {
            return nil
        }
        let requiredString = wrappedTypes.nonNull(of: string)
        let name = InputValueDefinition(
            name: "name",
            description: nil,
            type: requiredString,
            defaultValueText: nil,
            defaultValue: nil,
            isRequired: true,
            deprecationReason: nil,
            place: nil
        )
        typename = FieldDefinition(
            metaField: "__typename",
            "The name of the current Object type at runtime.",
            requiredString
        )
        schema = FieldDefinition(
            metaField: "__schema",
            "Access the current type schema of this server.",
            wrappedTypes.nonNull(of: schemaType)
        )
        type = FieldDefinition(metaField: "__type", "Request the type information of a single type.", typeType, [name])
    }
}

extension FieldDefinition {
    fileprivate init(
        metaField name: String,
        _ description: String,
        _ type: TypeReference,
        _ arguments: [InputValueDefinition] = []
    ) {
        self.init(
            name: name,
            description: description,
            arguments: arguments,
            type: type,
            deprecationReason: nil,
            place: nil
        )
    }
}

extension Schema {
    /// The definition of a field that may be selected on a type, meta fields included.
    public func field(_ name: String, of type: TypeID) -> FieldDefinition? {
        switch name {
        case "__typename" where self[type].kind.isComposite: metaFields?.typename
        case "__schema" where type == queryType: metaFields?.schema
        case "__type" where type == queryType: metaFields?.type
        default: self[type].field(name)
        }
    }
}
