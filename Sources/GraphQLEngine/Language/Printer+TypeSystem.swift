extension Printer {
    mutating func writeSchema(_ schema: SchemaNode) {
        writeDescription(schema.description)
        write(schema.isExtension ? "extend schema" : "schema")
        writeDirectives(schema.directives)
        writeBlock(schema.operationTypes) { $0.writeOperationType($1) }
    }

    private mutating func writeOperationType(_ index: Int) {
        let node = document.operationTypes[index]
        write(node.operation.rawValue)
        write(": ")
        write(node.type)
    }

    mutating func writeTypeDefinition(_ type: TypeNode) {
        writeDescription(type.description)
        if type.isExtension { write("extend ") }
        write(keyword(of: type.kind))
        write(" ")
        write(type.name)
        writeNames(type.interfaces, after: " implements ", separator: " & ")
        writeDirectives(type.directives)
        writeNames(type.members, after: " = ", separator: " | ")
        writeBlock(type.fields) { $0.writeField($1) }
        writeBlock(type.inputFields) { $0.writeInputValue($1) }
        writeBlock(type.enumValues) { $0.writeEnumValue($1) }
    }

    mutating func writeDirectiveDefinition(_ directive: DirectiveNode) {
        writeDescription(directive.description)
        write(directive.isExtension ? "extend directive @" : "directive @")
        write(directive.name)
        writeArgumentDefinitions(directive.arguments)
        writeDirectives(directive.directives)
        if directive.isRepeatable { write(" repeatable") }
        writeNames(directive.locations, after: " on ", separator: " | ")
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

    private mutating func writeNames(_ range: NodeRange, after opening: String, separator: String) {
        if range.isEmpty { return }
        write(opening)
        writeItems(range, separator: separator) { $0.write($0.document.names[$1]) }
    }

    /// Items in braces, one a line; nothing if there are none.
    private mutating func writeBlock(_ range: NodeRange, _ writeItem: (inout Printer, Int) -> Void) {
        if !range.isEmpty { writeLines(" {", range, "}", writeItem) }
    }

    private mutating func writeField(_ index: Int) {
        let field = document.fields[index]
        writeDescription(field.description)
        write(field.name)
        writeArgumentDefinitions(field.arguments)
        write(": ")
        writeType(field.type)
        writeDirectives(field.directives)
    }

    /// Arguments on one line, or one a line as soon as one of them has several, such as a description.
    private mutating func writeArgumentDefinitions(_ range: NodeRange) {
        if range.isEmpty { return }
        let isMultiline = range.indices.contains { index in
            let value = document.inputValues[index]
            return hasLineBreak(value.description, value.defaultValue, value.directives)
        }
        if isMultiline { return writeLines("(", range, ")") { $0.writeInputValue($1) } }
        write("(")
        writeItems(range) { $0.writeInputValue($1) }
        write(")")
    }

    private mutating func writeInputValue(_ index: Int) {
        let value = document.inputValues[index]
        writeDescription(value.description)
        write(value.name)
        write(": ")
        writeType(value.type)
        writeDefaultValue(value.defaultValue)
        writeDirectives(value.directives)
    }

    private mutating func writeEnumValue(_ index: Int) {
        let value = document.enumValues[index]
        writeDescription(value.description)
        write(value.name)
        writeDirectives(value.directives)
    }
}
