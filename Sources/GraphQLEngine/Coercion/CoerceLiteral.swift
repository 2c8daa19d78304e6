import JSON

/// Input values from the literals of a document (GraphQL specification, section 3, "Input Coercion").
public enum CoerceLiteral {
    /// The coerced value of a literal, or nil where the literal is no value of the type.
    ///
    /// A variable is taken as it is: the validation made sure of its type.
    /// - Parameters:
    ///   - value: index into ``Document/values``.
    ///   - variables: nil where the literal has to be constant.
    public static func coerce(
        _ value: Int32,
        type: TypeReference,
        document: Document,
        schema: Schema,
        variables: VariableValues?
    ) -> InputValue? {
        coerce(value, .declared(type), document, schema, variables)
    }

    static func coerce(
        _ value: Int32,
        _ type: InputType,
        _ document: Document,
        _ schema: Schema,
        _ variables: VariableValues?
    ) -> InputValue? {
        let kind = document.values[Int(value)].kind
        if case .variable(let name) = kind {
            let given = variables?.value(of: name.symbol)
            return given == .null && type.isNonNull(document: document, schema: schema) ? nil : given
        }
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            if case .null = kind { return nil }
            return coerce(value, inner, document, schema, variables)
        case .list(let item):
            if case .null = kind { return .null }
            return list(value, item, document, schema, variables)
        case .named(let type):
            if case .null = kind { return .null }
            guard let type else { return nil }
            return named(value, type, document, schema, variables)
        }
    }

    private static func list(
        _ value: Int32,
        _ item: InputType,
        _ document: Document,
        _ schema: Schema,
        _ variables: VariableValues?
    ) -> InputValue? {
        guard case .list(let values) = document.values[Int(value)].kind else {
            return coerce(value, item, document, schema, variables).map { .list([$0]) }
        }
        var items: [InputValue] = []
        items.reserveCapacity(Int(values.count))
        for index in values.indices {
            if let coerced = coerce(Int32(index), item, document, schema, variables) {
                items.append(coerced)
            } else if isAbsent(Int32(index), document, variables), !item.isNonNull(document: document, schema: schema) {
                items.append(.null)
            } else {
                return nil
            }
        }
        return .list(items)
    }

    private static func named(
        _ value: Int32,
        _ id: TypeID,
        _ document: Document,
        _ schema: Schema,
        _ variables: VariableValues?
    ) -> InputValue? {
        let type = schema[id]
        switch type.kind {
        case .inputObject: return object(value, type, document, schema, variables)
        case .enumeration:
            guard case .enumeration(let name) = document.values[Int(value)].kind else { return nil }
            let text = document.text(name)
            return type.enumValueIndex(text).map { .enumeration(text, index: $0) }
        case .scalar:
            return try? scalar(value, type, document, variables)
        case .object, .interface, .union: return nil
        }
    }

    /// The value of a literal of a scalar type that is neither a variable nor null.
    static func scalar(
        _ value: Int32,
        _ type: NamedType,
        _ document: Document,
        _ variables: VariableValues?
    ) throws(ScalarCoercionError) -> InputValue {
        if let builtIn = BuiltInScalar(type) { return try builtIn.coerce(literal: value, document: document) }
        let given = UntypedLiteral.value(of: value, document: document, variables: variables)
        return try type.inputCoercion?.parse(given) ?? given
    }

    private static func object(
        _ value: Int32,
        _ type: NamedType,
        _ document: Document,
        _ schema: Schema,
        _ variables: VariableValues?
    ) -> InputValue? {
        guard case .object(let range) = document.values[Int(value)].kind else { return nil }
        // Of fields with the same name, in a document that is not valid, the last one counts.
        var given = [Int32?](repeating: nil, count: type.inputFields.count)
        for field in document.objectFields[range.indices] {
            guard let index = type.inputFieldIndex(document.text(field.name)) else { return nil }
            given[index] = field.value
        }
        var slots: [InputValue?] = []
        slots.reserveCapacity(given.count)
        for (field, value) in zip(type.inputFields, given) {
            if let value, !isAbsent(value, document, variables) {
                guard let coerced = coerce(value, .declared(field.type), document, schema, variables) else {
                    return nil
                }
                slots.append(coerced)
            } else {
                if field.isRequired { return nil }
                slots.append(field.defaultValue)
            }
        }
        if type.isOneOf, !isOneOf(given, slots) { return nil }
        return .object(InputObject(slots: slots))
    }

    /// Whether exactly one field is given, and its value is not null.
    private static func isOneOf(_ given: [Int32?], _ slots: [InputValue?]) -> Bool {
        let values = slots.compactMap { $0 }
        return given.count { $0 != nil } == 1 && values.count == 1 && values[0] != .null
    }

    /// Whether the value is a variable that has no value.
    private static func isAbsent(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> Bool {
        guard case .variable(let name) = document.values[Int(value)].kind else { return false }
        return variables?.value(of: name.symbol) == nil
    }
}
