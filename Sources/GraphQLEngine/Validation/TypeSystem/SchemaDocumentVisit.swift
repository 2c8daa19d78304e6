/// Walks a whole document once, in the order of GraphQL.js's visitor, and shows every node to all rules.
struct SchemaDocumentVisit {
    private let context: SchemaDocumentContext
    private let document: Document
    private let rules: [any SchemaDocumentVisitor]

    init(_ context: SchemaDocumentContext, _ rules: [any SchemaDocumentVisitor]) {
        self.context = context
        document = context.document
        self.rules = rules
    }

    func visit() {
        for definition in document.definitions where !context.isAborted {
            switch definition {
            case .operation(let index): visitOperation(document.operations[index])
            case .fragment(let index): visitFragment(document.fragments[index])
            case .schema(let index): visitSchema(document.schemas[index])
            case .type(let index): visitType(document.types[index])
            case .directive(let index): visitDirective(document.directiveDefinitions[index])
            }
        }
    }

    private func visitSchema(_ schema: SchemaNode) {
        for rule in rules { rule.enter(schema: schema) }
        visitEach(of: schema.directives, at: .schema)
        for operation in document.operationTypes[schema.operationTypes.indices] {
            visitNamedType(operation.type, isTypeSystem: true)
        }
    }

    private func visitType(_ type: TypeNode) {
        for rule in rules { rule.enter(type: type) }
        for interface in document.names[type.interfaces.indices] { visitNamedType(interface, isTypeSystem: true) }
        visitEach(of: type.directives, at: type.kind.directiveLocation)
        for member in document.names[type.members.indices] { visitNamedType(member, isTypeSystem: true) }
        for field in document.fields[type.fields.indices] { visitField(field) }
        visitInputValues(type.inputFields, at: .inputFieldDefinition)
        for value in document.enumValues[type.enumValues.indices] { visitDirectives(value.directives, at: .enumValue) }
    }

    private func visitField(_ field: FieldNode) {
        enterDirectives(field.directives)
        visitInputValues(field.arguments, at: .argumentDefinition)
        visitTypeReference(field.type, isTypeSystem: true)
        visitEach(of: field.directives, at: .fieldDefinition)
    }

    private func visitInputValues(_ range: NodeRange, at location: DirectiveLocation) {
        for value in document.inputValues[range.indices] where !context.isAborted {
            enterDirectives(value.directives)
            visitTypeReference(value.type, isTypeSystem: true)
            visitValue(value.defaultValue)
            visitEach(of: value.directives, at: location)
        }
    }

    private func visitDirective(_ directive: DirectiveNode) {
        for rule in rules { rule.enter(directiveDefinition: directive) }
        visitInputValues(directive.arguments, at: .argumentDefinition)
        visitEach(of: directive.directives, at: .directiveDefinition)
    }
}

// Executable definitions.
extension SchemaDocumentVisit {
    private func visitOperation(_ operation: OperationDefinition) {
        enterDirectives(operation.directives)
        visitVariables(operation.variables, at: .variableDefinition)
        visitEach(of: operation.directives, at: KnownDirectives.location(of: operation.kind))
        visitSelectionSet(operation.selectionSet)
    }

    private func visitFragment(_ fragment: FragmentDefinition) {
        enterDirectives(fragment.directives)
        visitVariables(fragment.variables, at: .fragmentVariableDefinition)
        visitNamedType(fragment.typeCondition, isTypeSystem: false)
        visitEach(of: fragment.directives, at: .fragmentDefinition)
        visitSelectionSet(fragment.selectionSet)
    }

    private func visitVariables(_ range: NodeRange, at location: DirectiveLocation) {
        for variable in document.variables[range.indices] {
            enterDirectives(variable.directives)
            visitTypeReference(variable.type, isTypeSystem: false)
            visitValue(variable.defaultValue)
            visitEach(of: variable.directives, at: location)
        }
    }

    private func visitSelectionSet(_ selectionSet: NodeRange?) {
        guard let selectionSet else { return }
        for selection in document.selections[selectionSet.indices] where !context.isAborted { visit(selection) }
    }

    private func visit(_ selection: Selection) {
        enterDirectives(selection.directives)
        switch selection.kind {
        case .field:
            if !selection.arguments.isEmpty { for rule in rules { rule.enter(arguments: selection.arguments) } }
            visitValues(of: selection.arguments)
            visitEach(of: selection.directives, at: .field)
        case .fragmentSpread:
            visitValues(of: selection.arguments)
            visitEach(of: selection.directives, at: .fragmentSpread)
        case .inlineFragment:
            if let condition = selection.name { visitNamedType(condition, isTypeSystem: false) }
            visitEach(of: selection.directives, at: .inlineFragment)
        }
        visitSelectionSet(selection.selectionSet)
    }
}

// What definitions of both kinds consist of.
extension SchemaDocumentVisit {
    /// Directives of a node that has no other children.
    private func visitDirectives(_ directives: NodeRange, at location: DirectiveLocation) {
        enterDirectives(directives)
        visitEach(of: directives, at: location)
    }

    private func enterDirectives(_ directives: NodeRange) {
        if !directives.isEmpty { for rule in rules { rule.enter(directives: directives) } }
    }

    private func visitEach(of directives: NodeRange, at location: DirectiveLocation) {
        for directive in document.directives[directives.indices] where !context.isAborted {
            for rule in rules { rule.enter(directive: directive, at: location) }
            visitValues(of: directive.arguments)
            for rule in rules { rule.leave(directive: directive) }
        }
    }

    private func visitValues(of arguments: NodeRange) {
        for argument in document.arguments[arguments.indices] { visitValue(argument.value) }
    }

    private func visitValue(_ value: Int32?) {
        guard let value else { return }
        switch document.values[Int(value)].kind {
        case .list, .object: for rule in rules { rule.enter(value: value) }
        case .variable, .int, .float, .string, .boolean, .null, .enumeration: break
        }
    }

    private func visitTypeReference(_ type: Int32, isTypeSystem: Bool) {
        switch document.typeReferences[Int(type)].kind {
        case .named(let name): visitNamedType(name, isTypeSystem: isTypeSystem)
        case .list(let inner), .nonNull(let inner): visitTypeReference(inner, isTypeSystem: isTypeSystem)
        }
    }

    private func visitNamedType(_ name: Name, isTypeSystem: Bool) {
        for rule in rules { rule.enter(namedType: name, isTypeSystem: isTypeSystem) }
    }
}

extension TypeKind {
    var directiveLocation: DirectiveLocation {
        switch self {
        case .scalar: .scalar
        case .object: .object
        case .interface: .interface
        case .union: .union
        case .enumeration: .enumeration
        case .inputObject: .inputObject
        }
    }
}
