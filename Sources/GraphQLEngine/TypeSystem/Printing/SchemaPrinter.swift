/// Writes definitions one after the other, with a blank line between them.
struct SchemaPrinter {
    let schema: Schema
    let keepsAppliedDirectives: Bool
    private(set) var output = ""

    init(schema: Schema, keepsAppliedDirectives: Bool) {
        self.schema = schema
        self.keepsAppliedDirectives = keepsAppliedDirectives
    }

    func text(directives: [DirectiveDefinition], types: [NamedType]) -> String {
        var printer = self
        printer.writeSchemaDefinition()
        for directive in directives { printer.write(directive) }
        for type in types { printer.write(type) }
        return printer.output
    }

    /// Nothing where the default says the same: roots by their usual names and nothing else.
    private mutating func writeSchemaDefinition() {
        let roots = OperationKind.allCases.compactMap { kind in schema.rootType(of: kind).map { (kind, $0) } }
        if roots.isEmpty { return }
        let directives = keepsAppliedDirectives ? directivesAsWritten(schema.schemaDirectives) : ""
        let isUsual = OperationKind.allCases.allSatisfy {
            schema.rootType(of: $0) == schema.type(named: $0.usualTypeName)
        }
        if schema.description == nil, isUsual, directives.isEmpty { return }
        begin(schema.description)
        output += "schema\(directives) {\n"
        for (kind, type) in roots { output += "  \(kind.rawValue): \(schema[type].name)\n" }
        output += "}"
    }

    private mutating func write(_ directive: DirectiveDefinition) {
        begin(directive.description)
        output += "directive @\(directive.name)"
        writeArguments(directive.arguments, indentation: "")
        let directives = schema.directives(ofDirective: directive.nodes)
        output += applied(directives, directive.deprecationReason)
        if directive.isRepeatable { output += " repeatable" }
        output += " on " + directive.locations.joined(separator: " | ")
    }

    mutating func write(_ type: NamedType) {
        begin(type.description)
        output += "\(type.kind.keyword) \(type.name)"
        switch type.kind {
        case .scalar: break
        case .object, .interface: output += names(type.interfaces, " & ").wrapped(" implements ")
        case .union, .enumeration, .inputObject: break
        }
        output += directives(on: type)
        switch type.kind {
        case .scalar: break
        case .object, .interface: writeBlock(type.fields) { $0.write($1, isFirst: $2) }
        case .union: output += names(type.possibleTypes, " | ").wrapped(" = ")
        case .enumeration: writeBlock(type.enumValues) { $0.write($1, isFirst: $2) }
        case .inputObject: writeBlock(type.inputFields) { $0.writeInputField($1, isFirst: $2) }
        }
    }

    private func directives(on type: NamedType) -> String {
        if keepsAppliedDirectives { return directivesAsWritten(schema.directives(ofType: type.nodes)) }
        if let url = type.specifiedByURL { return " @specifiedBy(url: \(QuotedString.printed(url)))" }
        return type.isOneOf ? " @oneOf" : ""
    }

    private func names(_ types: [TypeID], _ separator: String) -> String {
        types.map { schema[$0].name }.joined(separator: separator)
    }
}

// Members.
extension SchemaPrinter {
    private mutating func writeBlock<Member>(
        _ members: [Member],
        _ write: (inout SchemaPrinter, Member, Bool) -> Void
    ) {
        if members.isEmpty { return }
        output += " {\n"
        for (index, member) in members.enumerated() {
            write(&self, member, index == 0)
            output += "\n"
        }
        output += "}"
    }

    private mutating func write(_ field: FieldDefinition, isFirst: Bool) {
        writeDescription(field.description, indentation: "  ", isFirst: isFirst)
        output += "  \(field.name)"
        writeArguments(field.arguments, indentation: "  ")
        output += ": \(schema.text(of: field.type))"
        output += applied(schema.directives(ofField: field.place), field.deprecationReason)
    }

    private mutating func write(_ value: EnumValue, isFirst: Bool) {
        writeDescription(value.description, indentation: "  ", isFirst: isFirst)
        output += "  \(value.name)" + applied(schema.directives(ofEnumValue: value.place), value.deprecationReason)
    }

    private mutating func writeInputField(_ field: InputValueDefinition, isFirst: Bool) {
        writeDescription(field.description, indentation: "  ", isFirst: isFirst)
        output += "  " + inputValue(field)
    }

    /// On one line unless one of them has a description.
    private mutating func writeArguments(_ arguments: [InputValueDefinition], indentation: String) {
        if arguments.isEmpty { return }
        guard arguments.contains(where: { $0.description != nil }) else {
            output += "(" + arguments.map(inputValue).joined(separator: ", ") + ")"
            return
        }
        output += "("
        for (index, argument) in arguments.enumerated() {
            output += "\n"
            writeDescription(argument.description, indentation: indentation + "  ", isFirst: index == 0)
            output += "\(indentation)  " + inputValue(argument)
        }
        output += "\n\(indentation))"
    }

    private func inputValue(_ value: InputValueDefinition) -> String {
        "\(value.name): \(schema.text(of: value.type))" + (value.defaultValueText ?? "").wrapped(" = ")
            + applied(schema.directives(ofInputValue: value.place), value.deprecationReason)
    }
}

// Descriptions and directives.
extension SchemaPrinter {
    /// Starts a definition.
    private mutating func begin(_ description: String?) {
        if !output.isEmpty { output += "\n\n" }
        writeDescription(description, indentation: "", isFirst: true)
    }

    /// A description stands on lines of its own, after a blank line unless its owner is the first of its block.
    private mutating func writeDescription(_ text: String?, indentation: String, isFirst: Bool) {
        guard let text else { return }
        if !isFirst { output += "\n" }
        let literal = BlockString.isPrintable(text) ? BlockString.printed(text) : QuotedString.printed(text)
        for line in literal.split(separator: "\n", omittingEmptySubsequences: false) {
            output += "\(indentation)\(line)\n"
        }
    }

    private func applied(_ directives: [AppliedNode], _ deprecationReason: String?) -> String {
        if keepsAppliedDirectives { return directivesAsWritten(directives) }
        guard let deprecationReason else { return "" }
        if deprecationReason == "No longer supported" { return " @deprecated" }
        return " @deprecated(reason: \(QuotedString.printed(deprecationReason)))"
    }

    private func directivesAsWritten(_ directives: [AppliedNode]) -> String {
        directives.map { source, directive in
            let arguments = source.document.arguments[directive.arguments.indices].map { argument in
                "\(source.document.text(argument.name)): \(source.document.printedValue(argument.value))"
            }
            return " @\(source.document.text(directive.name))" + arguments.joined(separator: ", ").wrapped("(", ")")
        }.joined()
    }
}

extension TypeKind {
    fileprivate var keyword: String {
        switch self {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input"
        }
    }
}
