extension Bindings {
    /// Binds the introspection types, which every schema has.
    mutating func bindIntrospection(of schema: Schema) {
        bindSchema()
        bindType()
        bindField()
        bindInputValue()
        bindEnumValue()
        bindDirective()
    }

    private mutating func bindSchema() {
        object(IntrospectedSchema.self) { type in
            type.value("description") { $0.schema.description }
            type.child("types") { row in
                row.schema.types.indices.map { IntrospectedType(schema: row.schema, named: TypeID(index: Int32($0))) }
            }
            type.child("queryType") { $0.queryType }
            type.child("mutationType") { $0.rootType(.mutation) }
            type.child("subscriptionType") { $0.rootType(.subscription) }
            type.objects("directives", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.directives(arguments) })
            }
        }
    }

    private mutating func bindType() {
        object(IntrospectedType.self) { type in
            type.value("kind") { $0.kind }
            type.value("name") { row in row.named.map { row.schema[$0].name } }
            type.value("description") { row in row.named.flatMap { row.schema[$0].description } }
            type.value("specifiedByURL") { row in row.named.flatMap { row.schema[$0].specifiedByURL } }
            type.value("isOneOf") { row in
                row.named.flatMap { row.schema[$0].kind == .inputObject ? row.schema[$0].isOneOf : nil }
            }
            type.child("ofType") { $0.ofType }
            type.child("interfaces") { $0.interfaces }
            type.child("possibleTypes") { $0.possibleTypes }
            type.objects("fields", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.fields(arguments) })
            }
            type.objects("enumValues", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.enumValues(arguments) })
            }
            type.objects("inputFields", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.inputFields(arguments) })
            }
        }
    }

    private mutating func bindField() {
        object(IntrospectedField.self) { type in
            type.value("name") { $0.definition.name }
            type.value("description") { $0.definition.description }
            type.value("isDeprecated") { $0.definition.deprecationReason != nil }
            type.value("deprecationReason") { $0.definition.deprecationReason }
            type.child("type") { IntrospectedType(schema: $0.schema, $0.definition.type) }
            type.objects("args", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.schema.introspected($0.definition.arguments, arguments) })
            }
        }
    }

    private mutating func bindInputValue() {
        object(IntrospectedInputValue.self) { type in
            type.value("name") { $0.definition.name }
            type.value("description") { $0.definition.description }
            type.value("defaultValue") { $0.definition.defaultValueText }
            type.value("isDeprecated") { $0.definition.deprecationReason != nil }
            type.value("deprecationReason") { $0.definition.deprecationReason }
            type.child("type") { IntrospectedType(schema: $0.schema, $0.definition.type) }
        }
    }

    private mutating func bindEnumValue() {
        object(IntrospectedEnumValue.self) { type in
            type.value("name") { $0.definition.name }
            type.value("description") { $0.definition.description }
            type.value("isDeprecated") { $0.definition.deprecationReason != nil }
            type.value("deprecationReason") { $0.definition.deprecationReason }
        }
    }

    private mutating func bindDirective() {
        object(IntrospectedDirective.self) { type in
            type.value("name") { $0.definition.name }
            type.value("description") { $0.definition.description }
            type.value("isRepeatable") { $0.definition.isRepeatable }
            type.value("locations") { $0.definition.locations.map(IntrospectedLocation.init) }
            type.value("isDeprecated") { $0.definition.deprecationReason != nil }
            type.value("deprecationReason") { $0.definition.deprecationReason }
            type.objects("args", IncludeDeprecated.self) { rows, arguments, _ in
                .ready(rows.map { $0.schema.introspected($0.definition.arguments, arguments) })
            }
        }
    }
}

extension IntrospectedSchema {
    fileprivate var queryType: Result<IntrospectedType, GraphQLError> {
        rootType(.query).map(Result.success) ?? .failure(GraphQLError("Schema has no query type."))
    }

    fileprivate func directives(_ filter: IncludeDeprecated) -> [IntrospectedDirective] {
        schema.directives.indices
            .filter { filter.includes(schema.directives[$0].deprecationReason) }
            .map { IntrospectedDirective(schema: schema, index: $0) }
    }

    fileprivate func rootType(_ kind: OperationKind) -> IntrospectedType? {
        schema.rootType(of: kind).map { IntrospectedType(schema: schema, named: $0) }
    }
}

extension IntrospectedType {
    /// The index of the type if it is of one of the kinds.
    private func named(_ isRight: (TypeKind) -> Bool) -> TypeID? {
        named.flatMap { isRight(schema[$0].kind) ? $0 : nil }
    }

    fileprivate var interfaces: [IntrospectedType]? {
        named { $0 == .object || $0 == .interface }.map { type in
            schema[type].interfaces.map { IntrospectedType(schema: schema, named: $0) }
        }
    }

    fileprivate var possibleTypes: [IntrospectedType]? {
        named(\.isAbstract).map { type in
            schema[type].possibleTypes.map { IntrospectedType(schema: schema, named: $0) }
        }
    }

    fileprivate func fields(_ filter: IncludeDeprecated) -> [IntrospectedField]? {
        named { $0 == .object || $0 == .interface }.map { type in
            let fields = schema[type].fields
            return fields.indices
                .filter { filter.includes(fields[$0].deprecationReason) }
                .map { IntrospectedField(schema: schema, fields: fields, index: $0) }
        }
    }

    fileprivate func enumValues(_ filter: IncludeDeprecated) -> [IntrospectedEnumValue]? {
        named { $0 == .enumeration }.map { type in
            let values = schema[type].enumValues
            return values.indices
                .filter { filter.includes(values[$0].deprecationReason) }
                .map { IntrospectedEnumValue(values: values, index: $0) }
        }
    }

    fileprivate func inputFields(_ filter: IncludeDeprecated) -> [IntrospectedInputValue]? {
        named { $0 == .inputObject }.map { schema.introspected(schema[$0].inputFields, filter) }
    }
}

extension Schema {
    fileprivate func introspected(
        _ values: [InputValueDefinition],
        _ filter: IncludeDeprecated
    ) -> [IntrospectedInputValue] {
        values.indices
            .filter { filter.includes(values[$0].deprecationReason) }
            .map { IntrospectedInputValue(schema: self, values: values, index: $0) }
    }
}
