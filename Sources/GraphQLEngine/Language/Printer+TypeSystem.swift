extension Printer {
    func schema(_ schema: SchemaNode) -> String {
        let operationTypes = schema.operationTypes.indices.map { index in
            let node = document.operationTypes[index]
            return "\(node.operation.rawValue): \(document.text(node.type))"
        }
        let keyword = schema.isExtension ? "extend schema" : "schema"
        return description(schema.description)
            + .joining([keyword, directives(schema.directives), .block(operationTypes)], " ")
    }

    func type(_ type: TypeNode) -> String {
        let keyword = (type.isExtension ? "extend " : "") + keyword(of: type.kind)
        let fields =
            type.fields.indices.map { field(document.fields[$0]) }
            + type.inputFields.indices.map { inputValue(document.inputValues[$0]) }
            + type.enumValues.indices.map { enumValue(document.enumValues[$0]) }
        let pieces = [
            keyword,
            document.text(type.name),
            names(type.interfaces, " & ").wrapped("implements "),
            directives(type.directives),
            names(type.members, " | ").wrapped("= "),
            .block(fields),
        ]
        return description(type.description) + .joining(pieces, " ")
    }

    func directiveDefinition(_ directive: DirectiveNode) -> String {
        description(directive.description) + "directive @\(document.text(directive.name))"
            + argumentDefinitions(directive.arguments) + (directive.isRepeatable ? " repeatable" : "")
            + " on \(names(directive.locations, " | "))"
    }

    private func keyword(of kind: TypeKind) -> String {
        switch kind {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input"
        }
    }

    private func names(_ range: NodeRange, _ separator: String) -> String {
        range.indices.map { document.text(document.names[$0]) }.joined(separator: separator)
    }

    private func field(_ field: FieldNode) -> String {
        description(field.description) + document.text(field.name) + argumentDefinitions(field.arguments)
            + ": \(type(field.type))" + directives(field.directives).wrapped(" ")
    }

    /// Arguments on one line, or one a line as soon as one of them has several, such as a description.
    private func argumentDefinitions(_ range: NodeRange) -> String {
        let items = range.indices.map { inputValue(document.inputValues[$0]) }
        return items.contains(where: \.isMultiline)
            ? items.joined(separator: "\n").indented.wrapped("(\n", "\n)")
            : items.joined(separator: ", ").wrapped("(", ")")
    }

    private func inputValue(_ value: InputValueNode) -> String {
        description(value.description) + "\(document.text(value.name)): \(type(value.type))"
            + defaultValue(value.defaultValue) + directives(value.directives).wrapped(" ")
    }

    private func enumValue(_ value: EnumValueNode) -> String {
        description(value.description) + document.text(value.name) + directives(value.directives).wrapped(" ")
    }
}
