extension Schema {
    /// What a coordinate refers to in this schema; nil if its last name is not there.
    ///
    /// Introspection types and meta fields have coordinates too, as in GraphQL.js.
    ///
    /// - Throws: if what contains the last name does not exist or cannot contain it.
    public func element(at coordinate: SchemaCoordinate) throws(GraphQLError) -> SchemaElement? {
        switch coordinate {
        case .type(let name): type(named: name).map(SchemaElement.namedType)
        case .member(let type, let member): try element(member, of: type)
        case .argument(let type, let field, let argument): try element(argument, of: field, of: type)
        case .directive(let name): directive(named: name).map(SchemaElement.directive)
        case .directiveArgument(let directive, let argument): try element(argument, ofDirective: directive)
        }
    }

    private func element(_ member: String, of typeName: String) throws(GraphQLError) -> SchemaElement? {
        let type = try containingType(typeName)
        switch self[type].kind {
        case .enumeration:
            return self[type].enumValueIndex(member).map { .enumValue(type, self[type].enumValues[$0]) }
        case .inputObject:
            return self[type].inputFieldIndex(member).map { .inputField(type, self[type].inputFields[$0]) }
        case .object, .interface:
            return field(member, of: type).map { .field(type, $0) }
        case .scalar, .union:
            throw GraphQLError("Expected \"\(typeName)\" to be an Enum, Input Object, Object or Interface type.")
        }
    }

    private func element(
        _ argument: String,
        of fieldName: String,
        of typeName: String
    ) throws(GraphQLError) -> SchemaElement? {
        let type = try containingType(typeName)
        guard self[type].kind == .object || self[type].kind == .interface else {
            throw GraphQLError("Expected \"\(typeName)\" to be an object type or interface type.")
        }
        guard let field = field(fieldName, of: type) else {
            let place = "of type \"\(typeName)\" in the schema"
            throw GraphQLError("Expected \"\(fieldName)\" to exist as a field \(place).")
        }
        return field.argumentIndex(argument).map { .fieldArgument(type, field, field.arguments[$0]) }
    }

    private func element(_ argument: String, ofDirective name: String) throws(GraphQLError) -> SchemaElement? {
        guard let directive = directive(named: name) else {
            throw GraphQLError("Expected \"\(name)\" to be defined as a directive in the schema.")
        }
        return directive.arguments.first { $0.name == argument }.map { .directiveArgument(directive, $0) }
    }

    private func containingType(_ name: String) throws(GraphQLError) -> TypeID {
        if let type = type(named: name) { return type }
        throw GraphQLError("Expected \"\(name)\" to be defined as a type in the schema.")
    }
}
