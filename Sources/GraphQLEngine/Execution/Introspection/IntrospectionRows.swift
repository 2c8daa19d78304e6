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
    var named: TypeID? {
        if case .named(let type) = wrapped { type } else { nil }
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

// The rows that follow name a definition by its place in its list: rows are copied often, and definitions hold much.

struct IntrospectedField: ObjectRow {
    static let typeName = "__Field"
    let schema: Schema
    let fields: [FieldDefinition]
    let index: Int
    var definition: FieldDefinition { fields[index] }
}

struct IntrospectedInputValue: ObjectRow {
    static let typeName = "__InputValue"
    let schema: Schema
    let values: [InputValueDefinition]
    let index: Int
    var definition: InputValueDefinition { values[index] }
}

struct IntrospectedEnumValue: ObjectRow {
    static let typeName = "__EnumValue"
    let values: [EnumValue]
    let index: Int
    var definition: EnumValue { values[index] }
}

struct IntrospectedDirective: ObjectRow {
    static let typeName = "__Directive"
    let schema: Schema
    let index: Int
    var definition: DirectiveDefinition { schema.directives[index] }
}
