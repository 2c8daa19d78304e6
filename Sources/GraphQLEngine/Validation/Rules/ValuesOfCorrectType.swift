/// Literals are values of the types expected where they stand (section 5.6.1).
enum ValuesOfCorrectType {
    /// Looks at a whole literal; what the values of variables are is not known yet.
    static func check(_ value: Int32, _ type: InputType, _ context: ValidationContext) {
        let node = context.document.values[Int(value)]
        if context.isFinished { return }
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
            for index in items.indices { check(Int32(index), item, context) }
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
        guard let builtIn = BuiltInScalar(type) else { return checkCustomScalar(value, type, context) }
        do throws(ScalarCoercionError) {
            let document = isNested(value, context) ? context.document.leavingOutVariables(in: value) : context.document
            _ = try builtIn.coerce(literal: value, document: document)
        } catch {
            context.report(error.message, at: places(of: value, context))
        }
    }

    private static func checkCustomScalar(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        // What a scalar of the schema makes of a literal with variables is known at execution only.
        guard type.inputCoercion != nil, !CoerceArguments.mentionsVariables(value, context.document) else { return }
        do throws(ScalarCoercionError) {
            _ = try LiteralCoercion(document: context.document, schema: context.schema, variables: nil).scalar(
                value,
                type
            )
        } catch {
            context.report(error.message, at: places(of: value, context))
        }
    }

    private static func checkEnum(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        if case .enumeration(let name) = context.document.values[Int(value)].kind {
            let text = context.text(name)
            if type.enumValueIndex(text) != nil { return }
            let suggestion = suggestion(text, type, context)
            let message = "Value \"\(text)\" does not exist in \"\(type.name)\" enum.\(suggestion)"
            return context.report(message, at: context.document.values[Int(value)].offset)
        }
        let document = isNested(value, context) ? context.document.leavingOutVariables(in: value) : context.document
        let text = document.printedValue(value)
        let message =
            "Enum \"\(type.name)\" cannot represent non-enum value: \(text).\(suggestion(text, type, context))"
        context.report(message, at: places(of: value, context))
    }

    private static func suggestion(_ text: String, _ type: NamedType, _ context: ValidationContext) -> String {
        context.suggestion(for: text, among: type.enumValues.map(\.name), kind: "the enum value")
    }

    /// A leaf type gets lists and objects with their variables replaced, a value that stands nowhere in the document.
    private static func places(of value: Int32, _ context: ValidationContext) -> [Int32] {
        isNested(value, context) ? [] : [context.document.values[Int(value)].offset]
    }

    private static func isNested(_ value: Int32, _ context: ValidationContext) -> Bool {
        switch context.document.values[Int(value)].kind {
        case .list, .object: true
        default: false
        }
    }
}

extension ValuesOfCorrectType {
    private static func checkObject(_ value: Int32, _ type: NamedType, _ context: ValidationContext) {
        let node = context.document.values[Int(value)]
        guard case .object(let range) = node.kind else {
            let text = context.document.printedValue(value)
            let message = "Expected value of type \"\(type.name)\" to be an object, found: \(text)."
            return context.report(message, at: node.offset)
        }
        let fields = context.document.objectFields[range.indices]
        let given = positions(of: fields, type, context)
        for (index, definition) in type.inputFields.enumerated() {
            if let position = given[index] {
                check(fields[position].value, .declared(definition.type), context)
            } else if definition.isRequired {
                reportMissing(definition, value, type, context)
            }
        }
        for field in fields where type.inputFieldIndex(context.text(field.name)) == nil {
            reportUnknown(field, value, type, context)
        }
        if type.isOneOf { checkOneOf(value, fields, type, context) }
    }

    /// By field of the type: where it is given, the last time if it is given twice.
    private static func positions(
        of fields: ArraySlice<ObjectField>,
        _ type: NamedType,
        _ context: ValidationContext
    ) -> [Int?] {
        var positions = [Int?](repeating: nil, count: type.inputFields.count)
        for position in fields.indices {
            if let index = type.inputFieldIndex(context.text(fields[position].name)) { positions[index] = position }
        }
        return positions
    }

    private static func reportMissing(
        _ definition: InputValueDefinition,
        _ value: Int32,
        _ type: NamedType,
        _ context: ValidationContext
    ) {
        let text = context.document.printedValue(value)
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
        if context.isFinished { return }
        let name = context.text(field.name)
        let suggestion = context.suggestion(for: name, among: type.inputFields.map(\.name))
        let found = suggestion.isEmpty ? ", found" : ".\(suggestion) Found"
        let text = context.document.printedValue(value)
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
