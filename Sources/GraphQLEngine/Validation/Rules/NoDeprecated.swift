/// Nothing that the schema deprecates is used; a rule for tools that look for it.
enum NoDeprecated {
    static func check(field index: Int, _ context: ValidationContext) {
        guard let parent = context.types.parent(index), let field = context.types.field(index) else { return }
        guard let reason = field.deprecationReason else { return }
        let offset = context.document.selections[index].offset
        context.report("The field \(context.name(of: parent)).\(field.name) is deprecated. \(reason)", at: offset)
    }

    /// - Parameter place: the field or directive that has the argument, as messages name it.
    static func check(
        _ argument: Argument,
        _ definition: InputValueDefinition?,
        of place: @autoclosure () -> String,
        _ context: ValidationContext
    ) {
        guard let definition, let reason = definition.deprecationReason else { return }
        let message = "The argument \"\(place())(\(definition.name):)\" is deprecated. \(reason)"
        context.report(message, at: argument.offset)
    }

    /// - Parameter object: the place of the object that has the field.
    static func check(_ field: ObjectField, of object: InputPosition, _ context: ValidationContext) {
        guard let id = object.inputObject(context.document, context.schema) else { return }
        let type = context.schema[id]
        guard let index = type.inputFieldIndex(context.text(field.name)) else { return }
        guard let reason = type.inputFields[index].deprecationReason else { return }
        let name = type.inputFields[index].name
        context.report("The input field \(type.name).\(name) is deprecated. \(reason)", at: field.offset)
    }

    static func check(enumValue name: Name, _ position: InputPosition, _ context: ValidationContext) {
        let named = position.type?.namedType(document: context.document, schema: context.schema)
        guard let type = named.map({ context.schema[$0] }), type.kind == .enumeration else { return }
        guard let index = type.enumValueIndex(context.text(name)) else { return }
        guard let reason = type.enumValues[index].deprecationReason else { return }
        let value = type.enumValues[index].name
        context.report("The enum value \"\(type.name).\(value)\" is deprecated. \(reason)", at: name.offset)
    }
}
