/// Given arguments are defined by the field or directive (section 5.4.1).
enum KnownArgumentNames {
    static func check(
        _ argument: Argument,
        field index: Int,
        _ definition: FieldDefinition?,
        _ context: ValidationContext
    ) {
        guard let definition, let parent = context.types.parent(index) else { return }
        let place = "field \"\(context.name(of: parent)).\(definition.name)\""
        check(argument, definition.arguments, place, context)
    }

    static func check(_ directive: Directive, _ definition: DirectiveDefinition?, _ context: ValidationContext) {
        guard let definition else { return }
        for argument in context.document.arguments[directive.arguments.indices] {
            check(argument, definition.arguments, "directive \"@\(definition.name)\"", context)
        }
    }

    private static func check(
        _ argument: Argument,
        _ definitions: [InputValueDefinition],
        _ place: @autoclosure () -> String,
        _ context: ValidationContext
    ) {
        let name = context.text(argument.name)
        if definitions.contains(where: { $0.name == name }) { return }
        let suggestion = context.suggestion(for: name, among: definitions.map(\.name))
        context.report("Unknown argument \"\(name)\" on \(place()).\(suggestion)", at: argument.offset)
    }
}
