import JSON

/// The coercion of one variable: collects what is wrong at any depth of its value.
struct VariableCoercion {
    private(set) var errors: [GraphQLError] = []
    private var path: [PathSegment] = []
    private let definition: VariableDefinition
    private let document: Document
    private let schema: Schema

    init(definition: VariableDefinition, document: Document, schema: Schema) {
        self.definition = definition
        self.document = document
        self.schema = schema
    }

    /// The variable's value; nil when it is absent, or when there are errors.
    mutating func value(from variables: JSONObject) -> InputValue? {
        let type = InputType.written(definition.type)
        let typeText = { [document, schema] in type.text(document: document, schema: schema) }
        let isNonNull = type.isNonNull(document: document, schema: schema)
        guard let named = type.namedType(document: document, schema: schema), schema[named].kind.isInput else {
            let message = "\(name) expected value of type \"\(typeText())\" which cannot be used as an input type."
            report(message, at: document.typeReferences[Int(definition.type)].offset)
            return nil
        }
        guard let given = variables[document.text(definition.name)] else {
            if let literal = definition.defaultValue {
                return CoerceLiteral.coerce(literal, type, document, schema, nil)
            }
            if isNonNull { report("\(name) of required type \"\(typeText())\" was not provided.") }
            return nil
        }
        if given == .null, isNonNull {
            report("\(name) of non-null type \"\(typeText())\" must not be null.")
            return nil
        }
        return coerce(given, type)
    }

    private mutating func coerce(_ value: JSONValue, _ type: InputType) -> InputValue? {
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            guard value == .null else { return coerce(value, inner) }
            let text = type.text(document: document, schema: schema)
            return reject(value, "Expected non-nullable type \"\(text)\" not to be null.")
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
        for (index, element) in items.enumerated() {
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
                return reject(value, error.message)
            }
        }
    }

    private mutating func coerceEnum(_ value: JSONValue, _ type: NamedType) -> InputValue? {
        guard case .string(let text) = value else {
            let shown = JSONInspection.text(of: value)
            return reject(
                value,
                "Enum \"\(type.name)\" cannot represent non-string value: \(shown).\(suggestion(shown, type))"
            )
        }
        if let index = type.enumValueIndex(text) { return .enumeration(text, index: index) }
        return reject(value, "Value \"\(text)\" does not exist in \"\(type.name)\" enum.\(suggestion(text, type))")
    }

    private func suggestion(_ text: String, _ type: NamedType) -> String {
        Suggestion.text(for: text, among: type.enumValues.map(\.name), kind: "the enum value")
    }

    private mutating func coerceObject(_ value: JSONValue, _ type: NamedType) -> InputValue? {
        guard case .object(let object) = value else {
            return reject(value, "Expected type \"\(type.name)\" to be an object.")
        }
        let errorsBefore = errors.count
        var slots: [InputValue?] = []
        slots.reserveCapacity(type.inputFields.count)
        for field in type.inputFields { slots.append(coerceField(field, of: object)) }
        rejectUnknownFields(of: object, type)
        if type.isOneOf { checkOneOf(object, type) }
        return errors.count == errorsBefore ? .object(InputObject(slots: slots)) : nil
    }

    private mutating func coerceField(_ field: InputValueDefinition, of object: JSONObject) -> InputValue? {
        guard let given = object[field.name] else {
            if field.defaultValue == nil, schema.isNonNull(field.type) {
                let type = schema.text(of: field.type)
                return reject(.object(object), "Field \"\(field.name)\" of required type \"\(type)\" was not provided.")
            }
            return field.defaultValue
        }
        path.append(.key(field.name))
        defer { path.removeLast() }
        return coerce(given, .declared(field.type))
    }

    private mutating func rejectUnknownFields(of object: JSONObject, _ type: NamedType) {
        for member in object where type.inputFieldIndex(member.key) == nil {
            let suggestion = Suggestion.text(for: member.key, among: type.inputFields.map(\.name))
            _ = reject(.object(object), "Field \"\(member.key)\" is not defined by type \"\(type.name)\".\(suggestion)")
        }
    }

    private mutating func checkOneOf(_ object: JSONObject, _ type: NamedType) {
        guard object.count == 1, let member = object.members.first else {
            _ = reject(.object(object), "Exactly one key must be specified for OneOf type \"\(type.name)\".")
            return
        }
        guard member.value == .null else { return }
        path.append(.key(member.key))
        _ = reject(.null, "Field \"\(member.key)\" must be non-null.")
        path.removeLast()
    }

    private var name: String { "Variable \"$\(document.text(definition.name))\"" }

    /// Records what is wrong with a part of the value; always nil.
    private mutating func reject(_ value: JSONValue, _ reason: String) -> InputValue? {
        var message = "\(name) got invalid value \(JSONInspection.text(of: value))"
        if !path.isEmpty { message += " at \"\(document.text(definition.name))\(pathText)\"" }
        report("\(message); \(reason)")
        return nil
    }

    private var pathText: String {
        path.map { segment in
            switch segment {
            case .key(let key): ".\(key)"
            case .index(let index): "[\(index)]"
            }
        }.joined()
    }

    private mutating func report(_ message: String, at offset: Int32? = nil) {
        let location = document.source.location(at: offset ?? definition.offset)
        errors.append(GraphQLError(message, locations: [location], kind: .input))
    }
}
