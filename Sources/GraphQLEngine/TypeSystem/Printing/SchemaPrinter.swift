extension Schema {
    /// The schema in the definition language, formatted as GraphQL.js formats it but for
    /// white space at ends of lines. Built-in definitions are left out.
    ///
    /// - Parameter keepsAppliedDirectives: whether all directives on definitions are printed, so that the text
    ///   builds an equal schema; otherwise only those of the specification.
    public func printed(keepsAppliedDirectives: Bool = false) -> String {
        SchemaPrinter(schema: self, keepsAppliedDirectives: keepsAppliedDirectives).text
    }
}

/// Prints definitions with their descriptions as block strings.
struct SchemaPrinter {
    let schema: Schema
    let keepsAppliedDirectives: Bool

    var text: String {
        let definitions =
            [schemaDefinition] + schema.directives.filter { !$0.isBuiltIn }.map(directive)
            + schema.types.filter { !$0.isBuiltIn }.map(type)
        return String.joining(definitions, "\n\n") + "\n"
    }

    /// Empty when the default says the same: roots by their usual names and nothing else.
    private var schemaDefinition: String {
        let roots = [
            ("query", schema.queryType), ("mutation", schema.mutationType), ("subscription", schema.subscriptionType),
        ]
        let operations = roots.compactMap { kind, type in type.map { (kind, schema[$0].name) } }
        let directives = applied(schema.appliedDirectives)
        let isUsual = roots.allSatisfy { kind, type in schema.type(named: SchemaPrinter.usualName(kind)) == type }
        if schema.description == nil, directives.isEmpty, isUsual { return "" }
        return description(schema.description) + "schema" + directives + block(operations.map { "\($0): \($1)" })
    }

    private static func usualName(_ kind: String) -> String {
        kind.prefix(1).uppercased() + kind.dropFirst()
    }

    private func directive(_ directive: DirectiveDefinition) -> String {
        description(directive.description) + "directive @\(directive.name)" + arguments(directive.arguments)
            + (directive.isRepeatable ? " repeatable" : "") + " on " + directive.locations.joined(separator: " | ")
    }

    private func type(_ type: NamedType) -> String {
        let head = description(type.description) + type.kind.keyword + " " + type.name
        let directives = applied(type.appliedDirectives)
        return switch type.kind {
        case .scalar: head + directives
        case .object, .interface:
            head + names(type.interfaces, " & ").wrapped(" implements ") + directives + members(type.fields, field)
        case .union: head + directives + names(type.possibleTypes, " | ").wrapped(" = ")
        case .enumeration: head + directives + members(type.enumValues, enumValue)
        case .inputObject: head + directives + members(type.inputFields, inputField)
        }
    }

    private func names(_ types: [TypeID], _ separator: String) -> String {
        types.map { schema[$0].name }.joined(separator: separator)
    }

    private func block(_ items: [String]) -> String {
        items.map(\.indentedText).joined(separator: "\n").wrapped(" {\n", "\n}")
    }

    /// Members in braces; a blank line stands before each that has a description, but the first.
    private func members<Member>(
        _ members: [Member],
        _ print: (Member) -> (description: String, text: String)
    ) -> String {
        block(
            members.enumerated().map { index, member in
                let (description, text) = print(member)
                return (index > 0 && !description.isEmpty ? "\n" : "") + description + text
            }
        )
    }

    private func field(_ field: FieldDefinition) -> (String, String) {
        let signature = "\(field.name)\(arguments(field.arguments)): \(schema.text(of: field.type))"
        return (description(field.description), signature + applied(field.appliedDirectives))
    }

    private func enumValue(_ value: EnumValue) -> (String, String) {
        (description(value.description), value.name + applied(value.appliedDirectives))
    }

    private func inputField(_ field: InputValueDefinition) -> (String, String) {
        (description(field.description), inputValue(field))
    }

    private func arguments(_ arguments: [InputValueDefinition]) -> String {
        guard arguments.contains(where: { $0.description != nil }) else {
            return arguments.map(inputValue).joined(separator: ", ").wrapped("(", ")")
        }
        let lines = arguments.enumerated().map { index, argument in
            (index > 0 && argument.description != nil ? "\n" : "") + description(argument.description)
                + inputValue(argument)
        }
        return "(\n" + lines.joined(separator: "\n").indentedText + "\n)"
    }

    private func inputValue(_ value: InputValueDefinition) -> String {
        let type = schema.text(of: value.type)
        return "\(value.name): \(type)" + (value.defaultValueText ?? "").wrapped(" = ")
            + applied(value.appliedDirectives)
    }

    private func description(_ text: String?) -> String {
        guard let text else { return "" }
        return (BlockString.isPrintable(text) ? BlockString.printed(text) : QuotedString.printed(text)) + "\n"
    }
}

// Directives on definitions.
extension SchemaPrinter {
    private static let specified: Set<String> = ["deprecated", "specifiedBy", "oneOf"]

    private func applied(_ directives: [AppliedDirective]) -> String {
        directives.filter { keepsAppliedDirectives || SchemaPrinter.specified.contains($0.name) }
            .map { " @" + $0.name + arguments(of: $0) }
            .joined()
    }

    /// The arguments that are not what they are by default.
    private func arguments(of directive: AppliedDirective) -> String {
        guard let definition = schema.directive(named: directive.name) else { return "" }
        let given = zip(definition.arguments, directive.arguments.slots).compactMap { argument, value -> String? in
            guard let value, value != argument.defaultValue else { return nil }
            return "\(argument.name): \(schema.literal(value, of: argument.type))"
        }
        return given.joined(separator: ", ").wrapped("(", ")")
    }
}

extension String {
    /// Every line two columns further right; empty lines stay empty.
    fileprivate var indentedText: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }.joined(
            separator: "\n"
        )
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
