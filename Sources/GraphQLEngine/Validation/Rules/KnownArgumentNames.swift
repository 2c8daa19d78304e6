/// Given arguments are defined by the field, directive or fragment (section 5.4.1).
enum KnownArgumentNames {
    static func check(_ argument: Argument, field index: Int, _ context: ValidationContext) {
        guard let definition = context.types.field(index), let parent = context.types.parent(index) else { return }
        let place = "field \"\(context.name(of: parent)).\(definition.name)\""
        check(argument, definition.arguments.map(\.name), place, context)
    }

    static func check(_ directive: Directive, _ context: ValidationContext) {
        guard !directive.arguments.isEmpty, let signature = context.directives[directive.name] else { return }
        let names = signature.argumentNames
        for argument in context.document.arguments[directive.arguments.indices] {
            check(argument, names, "directive \"@\(context.text(directive.name))\"", context)
        }
    }

    static func check(
        _ argument: Argument,
        spread: Selection,
        _ signature: FragmentSignature,
        _ context: ValidationContext
    ) {
        guard !signature.contains(argument.name.symbol), let name = spread.name else { return }
        let names = signature.names.map { context.document.symbols[Int($0)] }
        check(argument, names, "fragment \"\(context.text(name))\"", context)
    }

    private static func check(
        _ argument: Argument,
        _ known: some Collection<String>,
        _ place: @autoclosure () -> String,
        _ context: ValidationContext
    ) {
        let name = context.text(argument.name)
        if known.contains(name) { return }
        let suggestion = context.suggestion(for: name, among: Array(known))
        context.report("Unknown argument \"\(name)\" on \(place()).\(suggestion)", at: argument.offset)
    }
}
