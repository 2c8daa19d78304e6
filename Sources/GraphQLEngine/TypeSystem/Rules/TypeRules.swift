// GraphQL specification, sections 3.3.1 "Root Operation Types" and 3.6 to 3.10, "Type Validation".
extension SchemaValidation {
    mutating func knownTypeNames(_ draft: SchemaDraft) {
        for operation in draft.schema.operationTypes { knownType(operation.type, draft) }
        for type in draft.types where !type.isBuiltIn {
            for name in type.interfaces + type.members { knownType(name, draft) }
            for field in type.fields {
                knownType(field.type, draft)
                for argument in field.arguments { knownType(argument.type, draft) }
            }
            for field in type.inputFields { knownType(field.type, draft) }
        }
        for argument in draft.directives.flatMap(\.arguments) { knownType(argument.type, draft) }
    }

    private mutating func knownType(_ reference: TypeReferenceDraft, _ draft: SchemaDraft) {
        knownType(DraftName(text: reference.name, offset: reference.nameOffset), draft)
    }

    private mutating func knownType(_ name: DraftName, _ draft: SchemaDraft) {
        guard draft.typeIndexes[name.text] == nil else { return }
        let known = draft.types.map(\.name.text).filter { !$0.hasPrefix("__") }
        report("Unknown type \"\(name.text)\"." + Suggestion.text(for: name.text, among: known), at: [name.offset])
    }

    mutating func rootTypes(_ draft: SchemaDraft) {
        let operations = draft.schema.operationTypes
        if !operations.contains(where: { $0.kind == .query }) {
            report("Query root type must be provided.", at: [draft.schema.offset])
        }
        for operation in operations where draft.type(operation.type.text)?.kind != .object {
            let name = operation.kind.rawValue.prefix(1).uppercased() + operation.kind.rawValue.dropFirst()
            let condition = operation.kind == .query ? "" : " if provided"
            let message = "\(name) root type must be Object type\(condition), it cannot be \(operation.type.text)."
            report(message, at: [operation.type.offset ?? draft.type(operation.type.text)?.offsets.first ?? nil])
        }
        distinctRootTypes(operations)
    }

    private mutating func distinctRootTypes(_ operations: [OperationTypeDraft]) {
        for (name, group) in Dictionary(grouping: operations, by: \.type.text) where group.count > 1 {
            let kinds = group.map(\.kind.rawValue).joined(separator: ", ")
            let message = "All root types must be different, \"\(name)\" type is used for: \(kinds)."
            report(message, at: group.map(\.type.offset))
        }
    }

    mutating func reservedName(_ name: DraftName) {
        guard name.text.hasPrefix("__") else { return }
        let message = "Name \"\(name.text)\" must not begin with \"__\", which is reserved by GraphQL introspection."
        report(message, at: [name.offset])
    }

    mutating func nonEmpty(_ type: TypeDraft) {
        let name = type.name.text
        switch type.kind {
        case .object where type.fields.isEmpty, .interface where type.fields.isEmpty:
            report("Type \(name) must define one or more fields.", at: type.offsets)
        case .union where type.members.isEmpty:
            report("Union type \(name) must define one or more member types.", at: type.offsets)
        case .enumeration where type.enumValues.isEmpty:
            report("Enum type \(name) must define one or more values.", at: type.offsets)
        case .inputObject where type.inputFields.isEmpty:
            report("Input Object type \(name) must define one or more fields.", at: type.offsets)
        default: break
        }
    }

    mutating func fieldDefinition(_ field: FieldDraft, of type: TypeDraft, _ draft: SchemaDraft) {
        reservedName(field.name)
        let coordinate = "\(type.name.text).\(field.name.text)"
        if draft.type(field.type.name)?.kind.isOutput == false {
            let message = "The type of \(coordinate) must be Output Type but got: \(field.type.text)."
            report(message, at: [field.type.offset])
        }
        for argument in field.arguments { self.argument(argument, of: coordinate, draft) }
    }

    mutating func argument(_ argument: InputValueDraft, of owner: String, _ draft: SchemaDraft) {
        reservedName(argument.name)
        inputType(argument, "\(owner)(\(argument.name.text):)", draft)
        requiredNotDeprecated(argument, "argument \(owner)(\(argument.name.text):)")
    }

    mutating func inputField(_ field: InputValueDraft, of type: TypeDraft, _ draft: SchemaDraft) {
        reservedName(field.name)
        let coordinate = "\(type.name.text).\(field.name.text)"
        inputType(field, coordinate, draft)
        requiredNotDeprecated(field, "input field \(coordinate)")
        if type.isOneOf { oneOfField(field, coordinate) }
    }

    private mutating func inputType(_ value: InputValueDraft, _ coordinate: String, _ draft: SchemaDraft) {
        guard draft.type(value.type.name)?.kind.isInput == false else { return }
        let message = "The type of \(coordinate) must be Input Type but got: \(value.type.text)."
        report(message, at: [value.type.offset])
    }

    private mutating func requiredNotDeprecated(_ value: InputValueDraft, _ name: String) {
        guard value.isRequired, let mark = value.directives.first(where: { $0.name.text == "deprecated" }) else {
            return
        }
        report("Required \(name) cannot be deprecated.", at: [mark.offset, value.type.offset])
    }

    private mutating func oneOfField(_ field: InputValueDraft, _ coordinate: String) {
        if field.type.isNonNull {
            report("OneOf input field \(coordinate) must be nullable.", at: [field.type.offset])
        }
        if field.defaultValue != nil {
            report("OneOf input field \(coordinate) cannot have a default value.", at: [field.offset])
        }
    }

    mutating func unionMembers(_ type: TypeDraft, _ draft: SchemaDraft) {
        let union = type.name.text
        reportRepeated(type.members) { "Union type \(union) can only include type \($0) once." }
        for member in type.members where draft.type(member.text)?.kind != .object {
            let message = "Union type \(union) can only include Object types, it cannot include \(member.text)."
            report(message, at: [member.offset])
        }
    }
}
