/// What `__schema` gives. Source for all of these: GraphQL specification, section 4.2 "Schema Introspection".
struct IntrospectedSchema: ObjectRow {
    static let typeName = "__Schema"
    let schema: Schema
}

/// A named type, or a list or non-null type around another.
struct IntrospectedType: ObjectRow {
    static let typeName = "__Type"
    let schema: Schema
    let wrapped: WrappedType

    init(schema: Schema, named type: TypeID) {
        self.schema = schema
        wrapped = .named(type)
    }

    init(schema: Schema, _ reference: TypeReference) {
        self.schema = schema
        wrapped = schema[reference]
    }

    /// Nil for lists and non-null types.
    var named: NamedType? {
        if case .named(let type) = wrapped { schema[type] } else { nil }
    }

    var kind: IntrospectedKind {
        switch wrapped {
        case .named(let type): IntrospectedKind(name: schema[type].kind.rawValue)
        case .list: IntrospectedKind(name: "LIST")
        case .nonNull: IntrospectedKind(name: "NON_NULL")
        }
    }

    var ofType: IntrospectedType? {
        switch wrapped {
        case .named: nil
        case .list(let inner), .nonNull(let inner): IntrospectedType(schema: schema, inner)
        }
    }
}

struct IntrospectedField: ObjectRow {
    static let typeName = "__Field"
    let schema: Schema
    let definition: FieldDefinition
}

struct IntrospectedInputValue: ObjectRow {
    static let typeName = "__InputValue"
    let schema: Schema
    let definition: InputValueDefinition
}

struct IntrospectedEnumValue: ObjectRow {
    static let typeName = "__EnumValue"
    let definition: EnumValue
}

struct IntrospectedDirective: ObjectRow {
    static let typeName = "__Directive"
    let schema: Schema
    let definition: DirectiveDefinition
}
