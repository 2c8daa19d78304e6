/// Type-system definitions are no part of documents that are executed, but their nodes are held to the rules as well.
extension DocumentVisit {
    func visit(_ schema: SchemaNode) {
        for rule in listeners.typeSystem where rule == .uniqueDirectivesPerLocation {
            rules.uniqueDirectives.check(onSchema: schema.directives, context)
        }
        visitDirectives(schema.directives, .schema)
        for operation in document.operationTypes[schema.operationTypes.indices] {
            visit(typeName: operation.type, inTypeSystem: true)
        }
    }

    func visit(_ type: TypeNode) {
        for rule in listeners.typeSystem where rule == .uniqueDirectivesPerLocation {
            rules.uniqueDirectives.check(type.directives, onType: type.name, context)
        }
        for name in document.names[type.interfaces.indices] { visit(typeName: name, inTypeSystem: true) }
        visitDirectives(type.directives, type.kind.directiveLocation)
        for name in document.names[type.members.indices] { visit(typeName: name, inTypeSystem: true) }
        for field in document.fields[type.fields.indices] { visit(field) }
        for field in document.inputValues[type.inputFields.indices] { visit(field, .inputFieldDefinition) }
        for value in document.enumValues[type.enumValues.indices] {
            visitUniqueDirectives(value.directives)
            visitDirectives(value.directives, .enumValue)
        }
    }

    func visit(_ directive: DirectiveNode) {
        for rule in listeners.typeSystem where rule == .uniqueDirectivesPerLocation {
            rules.uniqueDirectives.check(directive.directives, onDirective: directive.name, context)
        }
        for argument in document.inputValues[directive.arguments.indices] { visit(argument, .argumentDefinition) }
        visitDirectives(directive.directives, .directiveDefinition)
    }

    private func visit(_ field: FieldNode) {
        visitUniqueDirectives(field.directives)
        for argument in document.inputValues[field.arguments.indices] { visit(argument, .argumentDefinition) }
        visit(type: field.type, inTypeSystem: true)
        visitDirectives(field.directives, .fieldDefinition)
    }

    private func visit(_ value: InputValueNode, _ location: DirectiveLocation) {
        visitUniqueDirectives(value.directives)
        visit(type: value.type, inTypeSystem: true)
        if let defaultValue = value.defaultValue { visit(literal: defaultValue, .unknown) }
        visitDirectives(value.directives, location)
    }

    private func visitUniqueDirectives(_ directives: NodeRange) {
        for rule in listeners.typeSystem where rule == .uniqueDirectivesPerLocation {
            rules.uniqueDirectives.check(directives, context)
        }
    }
}
