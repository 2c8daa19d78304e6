// GraphQL specification, sections 3.3 "Schema", 3.4 "Types" and 3.4.3 "Type Extensions".
extension SchemaValidation {
    mutating func executableDefinitions() {
        for definition in document.definitions {
            switch definition {
            case .operation(let index):
                report("An operation is no part of a schema.", at: [document.operations[index].offset])
            case .fragment(let index):
                report("A fragment is no part of a schema.", at: [document.fragments[index].offset])
            case .schema, .type, .directive: break
            }
        }
    }

    mutating func loneSchemaDefinition(_ schemas: [SchemaDefinitionDraft]) {
        for schema in schemas.filter({ !$0.isExtension }).dropFirst() {
            report("Must provide only one schema definition.", at: [schema.offset])
        }
    }

    mutating func uniqueOperationTypes(_ schemas: [SchemaDefinitionDraft]) {
        var known: [OperationKind: Int32?] = [:]
        for operation in schemas.flatMap(\.operationTypes) {
            if let first = known[operation.kind] {
                let message = "There can be only one \(operation.kind.rawValue) type in schema."
                report(message, at: [first, operation.offset])
            } else {
                known[operation.kind] = operation.offset
            }
        }
    }

    mutating func uniqueTypeNames(_ types: [TypeDraft]) {
        reportRepeated(types.filter { !$0.isExtension }.map(\.name)) { "There can be only one type named \"\($0)\"." }
    }

    mutating func uniqueDirectiveNames(_ directives: [DirectiveDefinitionDraft]) {
        reportRepeated(directives.map(\.name)) { "There can be only one directive named \"@\($0)\"." }
    }

    mutating func possibleTypeExtensions(_ types: [TypeDraft]) {
        let kinds = Dictionary(
            types.filter { !$0.isExtension }.map { ($0.name.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for extending in types where extending.isExtension {
            let name = extending.name.text
            guard let extended = kinds[name] else {
                let suggestion = Suggestion.text(for: name, among: Array(kinds.keys))
                let message = "Cannot extend type \"\(name)\" because it is not defined.\(suggestion)"
                report(message, at: [extending.name.offset])
                continue
            }
            if extended.kind != extending.kind {
                let kind = extending.kind.text
                report("Cannot extend non-\(kind) type \"\(name)\".", at: extended.offsets + extending.offsets)
            }
        }
    }

    /// Members of one type, from its definition and all extensions.
    mutating func uniqueMemberNames(_ type: TypeDraft) {
        let owner = type.name.text
        reportRepeated(type.fields.map(\.name) + type.inputFields.map(\.name)) {
            "Field \"\(owner).\($0)\" can only be defined once."
        }
        reportRepeated(type.enumValues.map(\.name)) { "Enum value \"\(owner).\($0)\" can only be defined once." }
        for field in type.fields { uniqueArgumentNames(field.arguments, of: "\(owner).\(field.name.text)") }
    }

    mutating func uniqueArgumentNames(_ arguments: [InputValueDraft], of owner: String) {
        reportRepeated(arguments.map(\.name)) { "Argument \"\(owner)(\($0):)\" can only be defined once." }
    }

    mutating func reportRepeated(_ names: [DraftName], _ message: (String) -> String) {
        var known: [String: Int32?] = [:]
        for name in names {
            if let first = known[name.text] {
                report(message(name.text), at: [first, name.offset])
            } else {
                known[name.text] = name.offset
            }
        }
    }
}

extension TypeKind {
    /// The kind as messages name it.
    fileprivate var text: String {
        switch self {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input object"
        }
    }
}
