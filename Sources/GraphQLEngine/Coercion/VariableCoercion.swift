import JSON

/// The coercion of one variable: collects what is wrong at any depth of its value.
struct VariableCoercion {
    private(set) var errors: [GraphQLError] = []
    /// What ends the coercion of all variables.
    private(set) var failure: GraphQLError?
    private var path: [PathSegment] = []
    private let definition: VariableDefinition
    private let document: Document
    private let schema: Schema
    private let hidesSuggestions: Bool
    /// Errors after which it is not worth looking further.
    private let maximumErrors: Int

    init(
        definition: VariableDefinition,
        document: Document,
        schema: Schema,
        hidesSuggestions: Bool,
        maximumErrors: Int
    ) {
        self.definition = definition
        self.document = document
        self.schema = schema
        self.hidesSuggestions = hidesSuggestions
        self.maximumErrors = maximumErrors
    }

    /// The variable's value; nil when it is absent, or when there are errors.
    mutating func value(from variables: JSONObject) -> InputValue? {
        let type = InputType.written(definition.type)
        guard let named = type.namedType(document: document, schema: schema), schema[named].kind.isInput else {
            document.inputTypeError(of: definition, schema).map { errors.append($0) }
            return nil
        }
        if let given = variables[document.text(definition.name)] {
            let nesting = InputNesting(document: document, schema: schema)
            if !nesting.exceedsMaximum(given, type, named) { return coerce(given, type) }
            failure = GraphQLError("Variable values are nested too deeply.", kind: .input)
            return nil
        }
        if let literal = definition.defaultValue { return defaultValue(literal, type) }
        if type.isNonNull(document: document, schema: schema) {
            let text = type.text(document: document, schema: schema)
            reject("Expected a value of non-null type \"\(text)\" to be provided.")
        }
        return nil
    }

    private mutating func defaultValue(_ literal: Int32, _ type: InputType) -> InputValue? {
        do throws(InvalidDefault) {
            let coercion = LiteralCoercion(document: document, schema: schema, variables: nil)
            if let value = try coercion.coerce(literal, type) { return value }
        } catch {
            return rejectDefault(literal, type, otherwise: error)
        }
        return rejectDefault(literal, type, otherwise: nil)
    }

    private mutating func rejectDefault(
        _ literal: Int32,
        _ type: InputType,
        otherwise invalid: InvalidDefault?
    ) -> InputValue? {
        var check = InputLiteralCheck(
            document: document,
            schema: schema,
            variables: nil,
            hidesSuggestions: hidesSuggestions
        )
        check.check(literal, type)
        for problem in check.problems { report("\(name) has invalid default value\(problem.place): \(problem.reason)") }
        if let invalid, check.problems.isEmpty {
            report("\(name) has invalid default value: \(invalid.reason(schema))")
        }
        return nil
    }

    private mutating func coerce(_ value: JSONValue, _ type: InputType) -> InputValue? {
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            guard value == .null else { return coerce(value, inner) }
            reject(InputReason.null(type.text(document: document, schema: schema)))
            return nil
        case .list(let item):
            return value == .null ? .null : coerceList(value, item)
        case .named(let id):
            guard value != .null, let id else { return .null }
            return coerceNamed(value, schema[id])
        }
    }

    private mutating func coerceList(_ value: JSONValue, _ item: InputType) -> InputValue? {
        guard case .array(let items) = value else { return coerce(value, item).map { .list([$0]) } }
        var coerced: [InputValue] = []
        coerced.reserveCapacity(items.count)
        for (index, element) in items.enumerated() where errors.count <= maximumErrors {
            path.append(.index(index))
            if let value = coerce(element, item) { coerced.append(value) }
            path.removeLast()
        }
        return coerced.count == items.count ? .list(coerced) : nil
    }

    private mutating func coerceNamed(_ value: JSONValue, _ type: NamedType) -> InputValue? {
        switch type.kind {
        case .inputObject: return coerceObject(value, type)
        case .enumeration: return coerceEnum(value, type)
        case .scalar, .object, .interface, .union:
            do {
                return try CoerceScalar.coerce(value, type)
            } catch {
                reject(error.message)
                return nil
            }
        }
    }

    private mutating func coerceEnum(_ value: JSONValue, _ type: NamedType) -> InputValue? {
        guard case .string(let text) = value else {
            let shown = JSONInspection.text(of: value)
            reject(
                InputReason.notEnumValue(shown, of: type, expected: "string", hidesSuggestions: hidesSuggestions)
            )
            return nil
        }
        if let index = type.enumValueIndex(text) { return .enumeration(text, index: index) }
        reject(InputReason.unknownEnumValue(text, of: type, hidesSuggestions: hidesSuggestions))
        return nil
    }

    private var name: String { "Variable \"$\(document.text(definition.name))\"" }

    /// Records what is wrong with the part of the value at the current path.
    private mutating func reject(_ reason: String) {
        let problem = InputProblem(reason: reason, path: path, offset: nil)
        report("\(name) has invalid value\(problem.place): \(reason)")
    }

    private mutating func report(_ message: String, at offset: Int32? = nil) {
        let location = document.source.location(at: offset ?? definition.offset)
        errors.append(GraphQLError(message, locations: [location], kind: .input))
    }
}

// Input objects.
extension VariableCoercion {
    private mutating func coerceObject(_ value: JSONValue, _ type: NamedType) -> InputValue? {
        guard case .object(let object) = value else {
            reject(InputReason.notObject(type, found: JSONInspection.text(of: value)))
            return nil
        }
        let (errorsBefore, failureBefore) = (errors.count, failure)
        var slots: [InputValue?] = []
        slots.reserveCapacity(type.inputFields.count)
        for field in type.inputFields { slots.append(coerceField(field, of: object, type)) }
        if rejectUnknownFields(of: object, type) { failure = failureBefore }
        if type.isOneOf { checkOneOf(object, type) }
        return errors.count == errorsBefore ? .object(InputObject(slots: slots)) : nil
    }

    private mutating func coerceField(
        _ field: InputValueDefinition,
        of object: JSONObject,
        _ type: NamedType
    ) -> InputValue? {
        guard let given = object[field.name] else {
            if field.isRequired {
                let found = JSONInspection.text(of: .object(object))
                reject(InputReason.missingField(field.name, of: type, found: found))
            }
            if field.hasInvalidDefault, errors.isEmpty, failure == nil {
                failure = GraphQLError(InvalidDefault(field: field).reason(schema), kind: .input)
            }
            return field.defaultValue
        }
        path.append(.key(field.name))
        defer { path.removeLast() }
        return coerce(given, .declared(field.type))
    }

    /// Answers whether there are any.
    private mutating func rejectUnknownFields(of object: JSONObject, _ type: NamedType) -> Bool {
        let errorsBefore = errors.count
        for member in object where type.inputFieldIndex(member.key) == nil && errors.count <= maximumErrors {
            reject(
                InputReason.unknownField(
                    member.key,
                    of: type,
                    found: JSONInspection.text(of: .object(object)),
                    hidesSuggestions: hidesSuggestions
                )
            )
        }
        return errors.count > errorsBefore
    }

    private mutating func checkOneOf(_ object: JSONObject, _ type: NamedType) {
        let known = object.members.filter { type.inputFieldIndex($0.key) != nil }
        if known.count != 1 { reject(InputReason.oneOf(type)) }
        guard let first = known.first, first.value == .null else { return }
        path.append(.key(first.key))
        reject(InputReason.oneOf(type))
        path.removeLast()
    }
}
