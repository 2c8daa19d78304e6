import JSON

/// Coerces literals of the schema to their types; errors go to the validation, worded as GraphQL.js words them.
///
/// Source: GraphQL specification, sections 3.5 to 3.12, "Input Coercion".
struct ConstantCoercion {
    let draft: SchemaDraft
    let scalars: [String: ScalarCoercion]
    var validation: SchemaValidation
    /// Input fields whose default is being coerced: a default that contains itself has no value.
    private var pendingDefaults: [String] = []

    init(draft: SchemaDraft, scalars: [String: ScalarCoercion], validation: SchemaValidation) {
        self.draft = draft
        self.scalars = scalars
        self.validation = validation
    }

    /// The coerced value; nil after an error.
    mutating func coerce(_ value: ConstantDraft, to type: TypeReferenceDraft) -> InputValue? {
        if case .nonNull(let inner) = type {
            if case .null = value.kind { return fail("Expected value of type \"\(type.text)\", found null.", value) }
            return coerce(value, to: inner)
        }
        if case .null = value.kind { return .null }
        switch type {
        case .list(let item, _): return coerceList(value, of: item)
        case .named(let name, _), .nonNull(.named(let name, _)):
            return draft.type(name).flatMap { coerce(value, to: $0) }
        case .nonNull: return nil
        }
    }

    private mutating func coerceList(_ value: ConstantDraft, of item: TypeReferenceDraft) -> InputValue? {
        guard case .list(let items) = value.kind else { return coerce(value, to: item).map { .list([$0]) } }
        var results: [InputValue] = []
        for value in items {
            if let result = coerce(value, to: item) { results.append(result) }
        }
        return results.count == items.count ? .list(results) : nil
    }

    private mutating func coerce(_ value: ConstantDraft, to type: TypeDraft) -> InputValue? {
        switch type.kind {
        case .enumeration: coerceEnumValue(value, of: type)
        case .inputObject: coerceObject(value, of: type)
        default: coerceScalar(value, of: type.name.text)
        }
    }

    private mutating func coerceEnumValue(_ value: ConstantDraft, of type: TypeDraft) -> InputValue? {
        let owner = type.name.text
        guard case .enumeration(let name) = value.kind else {
            return fail("Enum \"\(owner)\" cannot represent non-enum value: \(value.text).", value)
        }
        guard let index = type.enumValues.firstIndex(where: { $0.name.text == name }) else {
            let known = type.enumValues.map(\.name.text)
            let suggestion = Suggestion.text(for: name, among: known, kind: "the enum value")
            return fail("Value \"\(name)\" does not exist in \"\(owner)\" enum.\(suggestion)", value)
        }
        return .enumeration(name, index: index)
    }

    private mutating func fail(_ message: String, _ value: ConstantDraft) -> InputValue? {
        validation.report(message, at: [value.offset])
        return nil
    }
}

// Input objects.
extension ConstantCoercion {
    private mutating func coerceObject(_ value: ConstantDraft, of type: TypeDraft) -> InputValue? {
        let owner = type.name.text
        guard case .object(let given) = value.kind else {
            return fail("Expected value of type \"\(owner)\", found \(value.text).", value)
        }
        validation.reportRepeated(given.map(\.name)) { "There can be only one input field named \"\($0)\"." }
        for field in given where !type.inputFields.contains(where: { $0.name.text == field.name.text }) {
            let suggestion = Suggestion.text(for: field.name.text, among: type.inputFields.map(\.name.text))
            let message = "Field \"\(field.name.text)\" is not defined by type \"\(owner)\".\(suggestion)"
            validation.report(message, at: [field.name.offset])
        }
        if type.isOneOf { checkOneOf(given, owner, value) }
        let slots = type.inputFields.map { field in
            slot(field, given.first { $0.name.text == field.name.text }, owner, value)
        }
        return .object(InputObject(slots: slots))
    }

    private mutating func checkOneOf(_ given: [ConstantFieldDraft], _ owner: String, _ value: ConstantDraft) {
        guard given.count == 1 else {
            return validation.report(
                "OneOf Input Object \"\(owner)\" must specify exactly one key.",
                at: [value.offset]
            )
        }
        guard case .null = given[0].value.kind else { return }
        validation.report("Field \"\(owner).\(given[0].name.text)\" must be non-null.", at: [value.offset])
    }

    private mutating func slot(
        _ field: InputValueDraft,
        _ given: ConstantFieldDraft?,
        _ owner: String,
        _ object: ConstantDraft
    ) -> InputValue? {
        if let given { return coerce(given.value, to: field.type) }
        let coordinate = "\(owner).\(field.name.text)"
        if field.isRequired {
            return fail("Field \"\(coordinate)\" of required type \"\(field.type.text)\" was not provided.", object)
        }
        return field.defaultValue.flatMap { defaultValue($0, coordinate, field.type) }
    }

    /// The default of an input field.
    mutating func defaultValue(
        _ value: ConstantDraft,
        _ coordinate: String,
        _ type: TypeReferenceDraft
    ) -> InputValue? {
        if let start = pendingDefaults.firstIndex(of: coordinate) {
            let chain = pendingDefaults[start...].dropFirst().joined(separator: ", ")
            let reason = "references itself" + (chain.isEmpty ? "" : " via the default values of: \(chain)")
            let field = "The default value of Input Object field \(coordinate)"
            return fail("Invalid circular reference. \(field) \(reason).", value)
        }
        pendingDefaults.append(coordinate)
        defer { pendingDefaults.removeLast() }
        return coerce(value, to: type)
    }
}

// Scalars.
extension ConstantCoercion {
    private mutating func coerceScalar(_ value: ConstantDraft, of type: String) -> InputValue? {
        switch type {
        case "Int": coerceInt(value)
        case "Float": coerceFloat(value)
        case "String":
            if case .string(let text) = value.kind {
                .string(text)
            } else {
                fail("String cannot represent a non string value: \(value.text)", value)
            }
        case "Boolean":
            if case .boolean(let truth) = value.kind {
                .boolean(truth)
            } else {
                fail("Boolean cannot represent a non boolean value: \(value.text)", value)
            }
        case "ID":
            switch value.kind {
            case .string(let text), .int(let text): .string(text)
            default: fail("ID cannot represent a non-string and non-integer value: \(value.text)", value)
            }
        default: coerceCustomScalar(value, of: type)
        }
    }

    private mutating func coerceInt(_ value: ConstantDraft) -> InputValue? {
        guard case .int(let digits) = value.kind else {
            return fail("Int cannot represent non-integer value: \(value.text)", value)
        }
        guard let number = Int32(digits) else {
            return fail("Int cannot represent non 32-bit signed integer value: \(digits)", value)
        }
        return .int(Int64(number))
    }

    private mutating func coerceFloat(_ value: ConstantDraft) -> InputValue? {
        switch value.kind {
        case .int(let digits), .float(let digits):
            if let number = Double(digits), number.isFinite { return .float(number) }
        default: break
        }
        return fail("Float cannot represent non numeric value: \(value.text)", value)
    }

    private mutating func coerceCustomScalar(_ value: ConstantDraft, of type: String) -> InputValue? {
        let untyped = value.untypedValue
        guard let coercion = scalars[type] else { return untyped }
        do {
            return try coercion.parse(untyped)
        } catch {
            return fail("Expected value of type \"\(type)\", found \(value.text); \(error.message)", value)
        }
    }
}

extension ConstantDraft {
    /// The value as a custom scalar's coercion sees it.
    fileprivate var untypedValue: InputValue {
        switch json {
        case .null: .null
        case .bool(let truth): .boolean(truth)
        case .int(let number): .int(number)
        case .double(let number): .float(number)
        case .string(let text): .string(text)
        case .array, .object: .json(json)
        }
    }

    private var json: JSONValue {
        switch kind {
        case .null, .variable: .null
        case .boolean(let truth): .bool(truth)
        case .int(let digits): Int64(digits).map(JSONValue.int) ?? .double(Double(digits) ?? 0)
        case .float(let digits): .double(Double(digits) ?? 0)
        case .string(let text), .enumeration(let text): .string(text)
        case .list(let items): .array(items.map(\.json))
        case .object(let fields):
            .object(fields.reduce(into: JSONObject()) { $0[$1.name.text] = $1.value.json })
        }
    }
}
