/// Arguments that are non-null and have no default are given (section 5.4.3).
enum ProvidedRequiredArguments {
    static func check(field index: Int, _ context: ValidationContext) {
        guard context.types.hasArguments(index), let field = context.types.field(index) else { return }
        let selection = context.document.selections[index]
        for missing in missing(field.arguments, selection.arguments, context) {
            let type = context.schema.text(of: missing.type)
            report("\(owner(of: field, index, context))\(field.name)", missing.name, type, selection.offset, context)
        }
    }

    static func check(_ directive: Directive, _ context: ValidationContext) {
        guard let signature = context.directives[directive.name] else { return }
        for missing in signature.requiredArguments {
            let isGiven = context.document.arguments[directive.arguments.indices].contains { argument in
                context.text(argument.name) == missing.name
            }
            if isGiven { continue }
            report("@\(context.text(directive.name))", missing.name, missing.type, directive.offset, context)
        }
    }

    static func check(spread index: Int, _ context: ValidationContext) {
        guard let signature = context.types.signature(ofSpread: index), !signature.isEmpty else { return }
        let (document, spread) = (context.document, context.document.selections[index])
        guard let fragment = spread.name.map(context.text) else { return }
        for variable in signature.names.compactMap({ signature[$0] }).map({ document.variables[$0] }) {
            guard isRequired(variable.type, variable.defaultValue, document) else { continue }
            if gives(variable.name.symbol, spread.arguments, document) { continue }
            let isKnown = InputType.written(variable.type).namedType(document: document, schema: context.schema) != nil
            let type = isKnown ? document.printedType(variable.type) : "undefined"
            context.report(
                "Fragment \"\(fragment)\" argument \"\(context.text(variable.name))\" of type \"\(type)\" is required,"
                    + " but it was not provided.",
                at: spread.offset
            )
        }
    }

    private static func owner(of field: FieldDefinition, _ index: Int, _ context: ValidationContext) -> String {
        if context.schema[context.schema.namedType(of: field.type)].isIntrospection { return "<meta>." }
        return context.types.parent(index).map { "\(context.name(of: $0))." } ?? ""
    }

    private static func isRequired(_ type: Int32, _ defaultValue: Int32?, _ document: Document) -> Bool {
        if case .nonNull = document.typeReferences[Int(type)].kind { defaultValue == nil } else { false }
    }

    private static func gives(_ symbol: Int32, _ arguments: NodeRange, _ document: Document) -> Bool {
        arguments.indices.contains { document.arguments[$0].name.symbol == symbol }
    }

    private static func missing(
        _ definitions: [InputValueDefinition],
        _ arguments: NodeRange,
        _ context: ValidationContext
    ) -> [InputValueDefinition] {
        definitions.filter { definition in
            guard definition.isRequired else { return false }
            return !arguments.indices.contains { index in
                context.text(context.document.arguments[index].name) == definition.name
            }
        }
    }

    private static func report(
        _ place: String,
        _ argument: String,
        _ type: String,
        _ offset: Int32,
        _ context: ValidationContext
    ) {
        let message = "Argument \"\(place)(\(argument):)\" of type \"\(type)\" is required, but it was not provided."
        context.report(message, at: offset)
    }
}
