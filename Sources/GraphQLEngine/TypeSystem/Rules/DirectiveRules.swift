// GraphQL specification, section 3.13 "Directives", and 5.7 "Directives" for those on definitions.
extension SchemaValidation {
    mutating func directiveDefinition(_ directive: DirectiveDefinitionDraft, _ draft: SchemaDraft) {
        reservedName(directive.name)
        uniqueArgumentNames(directive.arguments, of: "@\(directive.name.text)")
        for argument in directive.arguments { self.argument(argument, of: "@\(directive.name.text)", draft) }
    }

    /// Every directive that stands on a definition is known, allowed there and, unless repeatable, alone.
    mutating func appliedDirectives(_ draft: SchemaDraft) {
        applied(draft.schema.directives, on: "SCHEMA", draft)
        for directive in draft.directives {
            for argument in directive.arguments { applied(argument.directives, on: "ARGUMENT_DEFINITION", draft) }
        }
        for type in draft.types where !type.isBuiltIn {
            applied(type.directives, on: type.kind.rawValue, draft)
            for value in type.enumValues { applied(value.directives, on: "ENUM_VALUE", draft) }
            for field in type.inputFields { applied(field.directives, on: "INPUT_FIELD_DEFINITION", draft) }
            for field in type.fields {
                applied(field.directives, on: "FIELD_DEFINITION", draft)
                for argument in field.arguments { applied(argument.directives, on: "ARGUMENT_DEFINITION", draft) }
            }
        }
    }

    private mutating func applied(_ directives: [DirectiveDraft], on location: String, _ draft: SchemaDraft) {
        var first: [String: Int32?] = [:]
        for directive in directives {
            let name = directive.name.text
            guard let definition = draft.directive(name) else {
                report("Unknown directive \"@\(name)\".", at: [directive.offset])
                continue
            }
            if !definition.locations.contains(where: { $0.text == location }) {
                report("Directive \"@\(name)\" may not be used on \(location).", at: [directive.offset])
            }
            if let earlier = first[name], !definition.isRepeatable {
                let message = "The directive \"@\(name)\" can only be used once at this location."
                report(message, at: [earlier, directive.offset])
            }
            first[name] = first[name] ?? directive.offset
            argumentsOf(directive, definition)
        }
    }

    private mutating func argumentsOf(_ directive: DirectiveDraft, _ definition: DirectiveDefinitionDraft) {
        let name = directive.name.text
        reportRepeated(directive.arguments.map(\.name)) { "There can be only one argument named \"\($0)\"." }
        for argument in directive.arguments
        where !definition.arguments.contains(where: { $0.name.text == argument.name.text }) {
            let known = definition.arguments.map(\.name.text)
            let suggestion = Suggestion.text(for: argument.name.text, among: known)
            let message = "Unknown argument \"\(argument.name.text)\" on directive \"@\(name)\".\(suggestion)"
            report(message, at: [argument.name.offset])
        }
        for expected in definition.arguments where expected.isRequired {
            guard !directive.arguments.contains(where: { $0.name.text == expected.name.text }) else { continue }
            let argument = "argument \"\(expected.name.text)\" of type \"\(expected.type.text)\""
            report("Directive \"@\(name)\" \(argument) is required, but it was not provided.", at: [directive.offset])
        }
    }
}
