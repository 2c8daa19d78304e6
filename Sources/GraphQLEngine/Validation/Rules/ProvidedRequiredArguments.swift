/// Arguments that are non-null and have no default are given (section 5.4.3).
enum ProvidedRequiredArguments {
    static func check(field index: Int, _ context: ValidationContext) {
        guard let field = context.types.field(index), !field.arguments.isEmpty else { return }
        let selection = context.document.selections[index]
        for missing in missing(field.arguments, selection.arguments, context) {
            let parent = field.name.hasPrefix("__") ? "<meta>" : context.types.parent(index).map(context.name)
            report("\(parent ?? "").\(field.name)", missing, selection.offset, context)
        }
    }

    static func check(_ directive: Directive, _ definition: DirectiveDefinition?, _ context: ValidationContext) {
        guard let definition else { return }
        for missing in missing(definition.arguments, directive.arguments, context) {
            report("@\(definition.name)", missing, directive.offset, context)
        }
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
        _ argument: InputValueDefinition,
        _ offset: Int32,
        _ context: ValidationContext
    ) {
        let type = context.schema.text(of: argument.type)
        context.report(
            "Argument \"\(place)(\(argument.name):)\" of type \"\(type)\" is required, but it was not provided.",
            at: offset
        )
    }
}
