import JSON

/// Input values from the literals of a document (GraphQL specification, section 3, "Input Coercion").
struct LiteralCoercion {
    let document: Document
    let schema: Schema
    /// Nil where the literal has to be constant.
    let variables: VariableValues?
    /// Whether input fields that are left out get their defaults.
    var appliesDefaults = true

    /// The coerced value of a literal, or nil where the literal is no value of the type.
    ///
    /// A variable is taken as it is: the validation made sure of its type.
    /// - Parameter value: index into ``Document/values``.
    func coerce(_ value: Int32, _ type: InputType) throws(InvalidDefault) -> InputValue? {
        let kind = document.values[Int(value)].kind
        if case .variable(let name) = kind { return variable(name.symbol, type) }
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            if case .null = kind { return nil }
            return try coerce(value, inner)
        case .list(let item):
            if case .null = kind { return .null }
            return try list(value, item)
        case .named(let type):
            if case .null = kind { return .null }
            guard let type else { return nil }
            return try named(value, type)
        }
    }

    private func variable(_ symbol: Int32, _ type: InputType) -> InputValue? {
        guard let variables, let given = variables.value(of: symbol) else { return nil }
        if given == .null { return type.isNonNull(document: document, schema: schema) ? nil : given }
        guard let own = variables.namedType(of: symbol), schema[own].kind == .inputObject,
            type.namedType(document: document, schema: schema) != own
        else { return given }
        // Only in documents that are not valid: the fields' names stay, their positions would mean others.
        return CoerceScalar.inputValue(schema.namedValue(of: given, type: own))
    }

    private func list(_ value: Int32, _ item: InputType) throws(InvalidDefault) -> InputValue? {
        guard case .list(let values) = document.values[Int(value)].kind else {
            guard let only = try coerce(value, item) else { return nil }
            return .list([only])
        }
        var items: [InputValue] = []
        items.reserveCapacity(Int(values.count))
        for index in values.indices {
            if let coerced = try coerce(Int32(index), item) {
                items.append(coerced)
            } else if isAbsent(Int32(index)), !item.isNonNull(document: document, schema: schema) {
                items.append(.null)
            } else {
                return nil
            }
        }
        return .list(items)
    }

    private func named(_ value: Int32, _ id: TypeID) throws(InvalidDefault) -> InputValue? {
        switch schema[id].kind {
        case .inputObject: return try object(value, schema[id])
        case .enumeration:
            guard case .enumeration(let name) = document.values[Int(value)].kind else { return nil }
            let text = document.text(name)
            return schema[id].enumValueIndex(text).map { .enumeration(text, index: $0) }
        case .scalar:
            return try? scalar(value, schema[id])
        case .object, .interface, .union: return nil
        }
    }

    /// The value of a literal of a scalar type that is neither a variable nor null.
    func scalar(_ value: Int32, _ type: NamedType) throws(ScalarCoercionError) -> InputValue {
        if let builtIn = BuiltInScalar(type) { return try builtIn.coerce(literal: value, document: document) }
        let untyped = UntypedLiteral(document: document, schema: schema, variables: variables)
        let given = CoerceScalar.inputValue(untyped.json(value))
        return try type.inputCoercion?.parse(given) ?? given
    }

    private func object(_ value: Int32, _ type: NamedType) throws(InvalidDefault) -> InputValue? {
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
            if let value, !isAbsent(value) {
                guard let coerced = try coerce(value, .declared(field.type)) else { return nil }
                slots.append(coerced)
            } else {
                if field.isRequired { return nil }
                if appliesDefaults, field.hasInvalidDefault { throw InvalidDefault(field: field) }
                slots.append(field.defaultValue)
            }
        }
        if type.isOneOf, !isOneOf(given, slots) { return nil }
        return .object(InputObject(slots: slots))
    }

    /// Whether exactly one field is given, and its value is not null.
    private func isOneOf(_ given: [Int32?], _ slots: [InputValue?]) -> Bool {
        let values = slots.compactMap { $0 }
        return given.count { $0 != nil } == 1 && values.count == 1 && values[0] != .null
    }

    /// Whether the value is a variable that has no value.
    private func isAbsent(_ value: Int32) -> Bool {
        guard case .variable(let name) = document.values[Int(value)].kind else { return false }
        return variables?.value(of: name.symbol) == nil
    }
}
