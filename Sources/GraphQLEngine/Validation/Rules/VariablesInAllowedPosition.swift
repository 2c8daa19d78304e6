/// A variable's type fits every place where the variable is used (section 5.8.5).
enum VariablesInAllowedPosition {
    static func check(_ index: Int, _ context: ValidationContext) {
        let operation = context.document.operations[index]
        guard !operation.variables.isEmpty else { return }
        var definitions: [Int32: VariableDefinition] = [:]
        for variable in context.document.variables[operation.variables.indices] {
            definitions[variable.name.symbol] = variable
        }
        context.forEachVariableUsage(in: index) { usage in
            guard let definition = definitions[usage.name.symbol], let expected = usage.type else { return }
            check(usage, definition, expected, context)
        }
    }

    private static func check(
        _ usage: VariableUsage,
        _ definition: VariableDefinition,
        _ expected: TypeReference,
        _ context: ValidationContext
    ) {
        let type = InputType.written(definition.type)
        let (document, schema) = (context.document, context.schema)
        guard type.namedType(document: document, schema: schema) != nil else { return }
        let text = type.text(document: document, schema: schema)
        if !isAllowed(type, definition, expected, usage, context) {
            context.report(
                "Variable \"$\(context.text(usage.name))\" of type \"\(text)\" used in position expecting type"
                    + " \"\(schema.text(of: expected))\".",
                at: definition.offset,
                usage.offset
            )
        }
        if let oneOf = usage.oneOf, !type.isNonNull(document: document, schema: schema) {
            context.report(
                "Variable \"$\(context.text(usage.name))\" is of type \"\(text)\" but must be non-nullable to be used for"
                    + " OneOf Input Object \"\(context.name(of: oneOf))\".",
                at: definition.offset,
                usage.offset
            )
        }
    }

    private static func isAllowed(
        _ type: InputType,
        _ definition: VariableDefinition,
        _ expected: TypeReference,
        _ usage: VariableUsage,
        _ context: ValidationContext
    ) -> Bool {
        let isNonNull = type.isNonNull(document: context.document, schema: context.schema)
        guard context.schema.isNonNull(expected), !isNonNull else { return isSubtype(type, of: expected, context) }
        guard usage.hasDefault || hasNonNullDefault(definition, context) else { return false }
        return isSubtype(type, of: context.schema.nullable(expected), context)
    }

    private static func hasNonNullDefault(_ definition: VariableDefinition, _ context: ValidationContext) -> Bool {
        guard let value = definition.defaultValue else { return false }
        if case .null = context.document.values[Int(value)].kind { return false }
        return true
    }

    /// Whether every value of the variable's type is one of the other (`AreTypesCompatible`).
    private static func isSubtype(_ type: InputType, of other: TypeReference, _ context: ValidationContext) -> Bool {
        switch (type.layer(document: context.document, schema: context.schema), context.schema[other]) {
        case (.nonNull(let inner), .nonNull(let otherInner)): isSubtype(inner, of: otherInner, context)
        case (.nonNull(let inner), _): isSubtype(inner, of: other, context)
        case (.list(let item), .list(let otherItem)): isSubtype(item, of: otherItem, context)
        case (.named(let named), .named(let otherNamed)): named == otherNamed
        default: false
        }
    }
}
