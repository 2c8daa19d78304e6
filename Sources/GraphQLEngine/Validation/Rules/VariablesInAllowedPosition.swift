/// A variable's type fits every place where the variable is used (section 5.8.5).
enum VariablesInAllowedPosition {
    static func check(_ index: Int, _ context: ValidationContext) {
        let operation = context.document.operations[index]
        var definitions: [Int32: Int] = [:]
        for variable in operation.variables.indices {
            definitions[context.document.variables[variable].name.symbol] = variable
        }
        context.forEachVariableUsage(in: index) { usage in
            guard let definition = usage.fragmentVariable ?? definitions[usage.name.symbol] else { return }
            guard let expected = usage.position.type else { return }
            check(usage, context.document.variables[definition], expected, context)
        }
    }

    private static func check(
        _ usage: VariableUsage,
        _ definition: VariableDefinition,
        _ expected: InputType,
        _ context: ValidationContext
    ) {
        let type = InputType.written(definition.type)
        let (document, schema) = (context.document, context.schema)
        guard type.namedType(document: document, schema: schema) != nil else { return }
        let subject = { "Variable \"$\(context.text(usage.name))\"" }
        let text = { type.text(document: document, schema: schema) }
        if !isAllowed(type, definition, expected, usage, context) {
            context.report(
                "\(subject()) of type \"\(text())\" used in position expecting type"
                    + " \"\(expected.text(document: document, schema: schema))\".",
                at: document.start(of: definition),
                usage.offset
            )
        }
        if let oneOf = oneOf(around: usage, context), !type.isNonNull(document: document, schema: schema) {
            context.report(
                "\(subject()) is of type \"\(text())\" but must be non-nullable to be used for"
                    + " OneOf Input Object \"\(context.name(of: oneOf))\".",
                at: document.start(of: definition),
                usage.offset
            )
        }
    }

    /// The `@oneOf` input object of which the variable is a field's value, where its type is not wrapped.
    private static func oneOf(around usage: VariableUsage, _ context: ValidationContext) -> TypeID? {
        guard let parent = usage.position.parent else { return nil }
        guard case .named(let type?) = parent.layer(document: context.document, schema: context.schema) else {
            return nil
        }
        return context.schema.types[Int(type.index)].isOneOf ? type : nil
    }

    private static func isAllowed(
        _ type: InputType,
        _ definition: VariableDefinition,
        _ expected: InputType,
        _ usage: VariableUsage,
        _ context: ValidationContext
    ) -> Bool {
        guard case .nonNull(let nullable) = expected.layer(document: context.document, schema: context.schema),
            !type.isNonNull(document: context.document, schema: context.schema)
        else { return isSubtype(type, of: expected, context) }
        guard usage.position.hasDefault || hasNonNullDefault(definition, context) else { return false }
        return isSubtype(type, of: nullable, context)
    }

    private static func hasNonNullDefault(_ definition: VariableDefinition, _ context: ValidationContext) -> Bool {
        guard let value = definition.defaultValue else { return false }
        if case .null = context.document.values[Int(value)].kind { return false }
        return true
    }

    /// Whether every value of the variable's type is one of the other (`AreTypesCompatible`).
    private static func isSubtype(_ type: InputType, of other: InputType, _ context: ValidationContext) -> Bool {
        let (document, schema) = (context.document, context.schema)
        switch (type.layer(document: document, schema: schema), other.layer(document: document, schema: schema)) {
        case (.nonNull(let inner), .nonNull(let otherInner)): return isSubtype(inner, of: otherInner, context)
        case (.nonNull(let inner), _): return isSubtype(inner, of: other, context)
        case (.list(let item), .list(let otherItem)): return isSubtype(item, of: otherItem, context)
        case (.named(let named), .named(let otherNamed)): return named == otherNamed
        default: return false
        }
    }
}
