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
            type.value("name") { $0.named?.name }
            type.value("description") { $0.named?.description }
            type.value("specifiedByURL") { $0.named?.specifiedByURL }
            type.value("isOneOf") { row in row.named.flatMap { $0.kind == .inputObject ? $0.isOneOf : nil } }
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
        schema.directives
            .filter { filter.includes($0.deprecationReason) }
            .map { IntrospectedDirective(schema: schema, definition: $0) }
    }

    fileprivate func rootType(_ kind: OperationKind) -> IntrospectedType? {
        schema.rootType(of: kind).map { IntrospectedType(schema: schema, named: $0) }
    }
}

extension IntrospectedType {
    fileprivate var interfaces: [IntrospectedType]? {
        guard let named, named.kind == .object || named.kind == .interface else { return nil }
        return named.interfaces.map { IntrospectedType(schema: schema, named: $0) }
    }

    fileprivate var possibleTypes: [IntrospectedType]? {
        guard let named, named.kind.isAbstract else { return nil }
        return named.possibleTypes.map { IntrospectedType(schema: schema, named: $0) }
    }

    fileprivate func fields(_ filter: IncludeDeprecated) -> [IntrospectedField]? {
        guard let named, named.kind == .object || named.kind == .interface else { return nil }
        return named.fields
            .filter { filter.includes($0.deprecationReason) }
            .map { IntrospectedField(schema: schema, definition: $0) }
    }

    fileprivate func enumValues(_ filter: IncludeDeprecated) -> [IntrospectedEnumValue]? {
        guard let named, named.kind == .enumeration else { return nil }
        return named.enumValues.filter { filter.includes($0.deprecationReason) }.map(IntrospectedEnumValue.init)
    }

    fileprivate func inputFields(_ filter: IncludeDeprecated) -> [IntrospectedInputValue]? {
        guard let named, named.kind == .inputObject else { return nil }
        return schema.introspected(named.inputFields, filter)
    }
}

extension Schema {
    fileprivate func introspected(
        _ values: [InputValueDefinition],
        _ filter: IncludeDeprecated
    ) -> [IntrospectedInputValue] {
        values
            .filter { filter.includes($0.deprecationReason) }
            .map { IntrospectedInputValue(schema: self, definition: $0) }
    }
}
