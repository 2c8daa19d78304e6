/// Literals are values of the types expected where they stand (section 5.6.1).
enum ValuesOfCorrectType {
    static func check(default value: Int32, of variable: VariableDefinition, _ context: ValidationContext) {
        let type = InputType.written(variable.type)
        guard let named = type.namedType(document: context.document, schema: context.schema) else { return }
        if context.schema[named].kind.isInput { check(value, type, context) }
    }

    static func check(_ value: Int32, _ type: InputType, _ context: ValidationContext) {
        let node = context.document.values[Int(value)]
        if case .variable = node.kind { return }
        let isNull = if case .null = node.kind { true } else { false }
        switch type.layer(document: context.document, schema: context.schema) {
        case .nonNull(let inner):
            guard isNull else { return check(value, inner, context) }
            let text = type.text(document: context.document, schema: context.schema)
            context.report("Expected value of non-null type \"\(text)\" not to be null.", at: node.offset)
        case .list(let item):
            if isNull { return }
            guard case .list(let items) = node.kind else { return check(value, item, context) }
            for index in items.indices where !context.isFull { check(Int32(index), item, context) }
        case .named(let id):
            if let id, !isNull { check(value, context.schema[id], context) }
        }
    }

    private static func check(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        switch type.kind {
        case .inputObject: checkObject(value, type, context)
        case .enumeration: checkEnum(value, type, context)
        case .scalar: checkScalar(value, type, context)
        case .object, .interface, .union: break
        }
    }

    private static func checkScalar(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        // What a scalar of the schema makes of a literal with variables is known at execution only.
        if BuiltInScalar(type) == nil, CoerceArguments.mentionsVariables(value, context.document) { return }
        do {
            _ = try CoerceLiteral.scalar(value, type, context.document, nil)
        } catch {
            context.report(error.message, at: context.document.values[Int(value)].offset)
        }
    }

    private static func checkEnum(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        let text = LiteralText.text(of: value, document: context.document)
        let offset = context.document.values[Int(value)].offset
        let suggestion = { context.suggestion(for: text, among: type.enumValues.map(\.name), kind: "the enum value") }
        guard case .enumeration(let name) = context.document.values[Int(value)].kind else {
            let message = "Enum \"\(type.name)\" cannot represent non-enum value: \(text).\(suggestion())"
            return context.report(message, at: offset)
        }
        if type.enumValueIndex(context.text(name)) != nil { return }
        context.report("Value \"\(text)\" does not exist in \"\(type.name)\" enum.\(suggestion())", at: offset)
    }
}

extension ValuesOfCorrectType {
    private static func checkObject(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        let node = context.document.values[Int(value)]
        guard case .object(let range) = node.kind else {
            let text = LiteralText.text(of: value, document: context.document)
            let message = "Expected value of type \"\(type.name)\" to be an object, found: \(text)."
            return context.report(message, at: node.offset)
        }
        let fields = context.document.objectFields[range.indices]
        for definition in type.inputFields {
            if let field = fields.last(where: { context.text($0.name) == definition.name }) {
                check(field.value, .declared(definition.type), context)
            } else if definition.isRequired {
                reportMissing(definition, value, type, context)
            }
        }
        for field in fields where type.inputFieldIndex(context.text(field.name)) == nil {
            reportUnknown(field, value, type, context)
        }
        if type.isOneOf { checkOneOf(value, fields, type, context) }
    }

    private static func reportMissing(
        _ definition: InputValueDefinition,
        _ value: Int32,
        _ type: NamedType,
        _ context: ValidationContext
    ) {
        let text = LiteralText.text(of: value, document: context.document)
        context.report(
            "Expected value of type \"\(type.name)\" to include required field \"\(definition.name)\", found: \(text).",
            at: context.document.values[Int(value)].offset
        )
    }

    private static func reportUnknown(
        _ field: ObjectField,
        _ value: Int32,
        _ type: NamedType,
        _ context: ValidationContext
    ) {
        let name = context.text(field.name)
        let suggestion = context.suggestion(for: name, among: type.inputFields.map(\.name))
        let found = suggestion.isEmpty ? ", found" : ".\(suggestion) Found"
        let text = LiteralText.text(of: value, document: context.document)
        context.report(
            "Expected value of type \"\(type.name)\" not to include unknown field \"\(name)\"\(found): \(text).",
            at: field.offset
        )
    }

    private static func checkOneOf(
        _ value: Int32,
        _ fields: ArraySlice<ObjectField>,
        _ type: NamedType,
        _ context: ValidationContext
    ) {
        let known = fields.filter { type.inputFieldIndex(context.text($0.name)) != nil }
        if known.count == 1, let only = known.first {
            guard case .null = context.document.values[Int(only.value)].kind else { return }
        }
        context.report(
            "Within OneOf Input Object type \"\(type.name)\", exactly one field must be specified,"
                + " and the value for that field must be non-null.",
            at: context.document.values[Int(value)].offset
        )
    }
}
