import JSON

/// Finds what is wrong with a literal of an input type, in the order and the words of GraphQL.js.
///
/// Source: GraphQL specification, section 3, "Input Coercion", and section 5.6 "Values".
struct InputLiteralCheck {
    private(set) var problems: [InputProblem] = []
    private var path: [PathSegment] = []
    private let document: Document
    private let schema: Schema
    private let variables: VariableValues?
    private let hidesSuggestions: Bool

    /// - Parameter variables: nil leaves variables alone, because their values are not known.
    init(document: Document, schema: Schema, variables: VariableValues?, hidesSuggestions: Bool) {
        self.document = document
        self.schema = schema
        self.variables = variables
        self.hidesSuggestions = hidesSuggestions
    }

    /// - Parameter value: index into ``Document/values``.
    mutating func check(_ value: Int32, _ type: InputType) {
        let kind = document.values[Int(value)].kind
        if case .variable(let name) = kind { return checkVariable(name, type) }
        let isNull = if case .null = kind { true } else { false }
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            if !isNull { return check(value, inner) }
            report(InputReason.null(type.text(document: document, schema: schema)), value)
        case .list(let item):
            if !isNull { checkList(value, item) }
        case .named(let id):
            guard !isNull, let id else { return }
            checkNamed(value, schema[id])
        }
    }

    private mutating func checkVariable(_ name: Name, _ type: InputType) {
        guard let variables, type.isNonNull(document: document, schema: schema) else { return }
        let provided = "Expected variable \"$\(document.text(name))\" provided to"
        let text = type.text(document: document, schema: schema)
        // A variable's place is that of its dollar sign.
        let offset = name.offset - 1
        switch variables.value(of: name.symbol) {
        case nil: report("\(provided) type \"\(text)\" to provide a runtime value.", at: offset)
        case .null: report("\(provided) non-null type \"\(text)\" not to be null.", at: offset)
        default: break
        }
    }

    private mutating func checkList(_ value: Int32, _ item: InputType) {
        guard case .list(let items) = document.values[Int(value)].kind else { return check(value, item) }
        for (number, index) in items.indices.enumerated() {
            path.append(.index(number))
            check(Int32(index), item)
            path.removeLast()
        }
    }

    private mutating func checkNamed(_ value: Int32, _ type: NamedType) {
        switch type.kind {
        case .inputObject: checkObject(value, type)
        case .enumeration: checkEnum(value, type)
        case .scalar: checkScalar(value, type)
        case .object, .interface, .union: break
        }
    }

    private mutating func checkScalar(_ value: Int32, _ type: NamedType) {
        // What a scalar of the schema makes of a literal with variables is known at execution only.
        if variables == nil, BuiltInScalar(type) == nil, CoerceArguments.mentionsVariables(value, document) { return }
        do {
            _ = try LiteralCoercion(document: leafDocument(value), schema: schema, variables: variables)
                .scalar(value, type)
        } catch {
            report(error.message, value)
        }
    }

    private mutating func checkEnum(_ value: Int32, _ type: NamedType) {
        let text = leafDocument(value).printedValue(value)
        guard case .enumeration = document.values[Int(value)].kind else {
            let reason = InputReason.notEnumValue(
                text,
                of: type,
                expected: "enum",
                hidesSuggestions: hidesSuggestions
            )
            return report(reason, value)
        }
        if type.enumValueIndex(text) != nil { return }
        report(InputReason.unknownEnumValue(text, of: type, hidesSuggestions: hidesSuggestions), value)
    }

    /// A leaf type gets lists and objects without their variables.
    private func leafDocument(_ value: Int32) -> Document {
        switch document.values[Int(value)].kind {
        case .list, .object: document.leavingOutVariables(in: value)
        case .variable, .int, .float, .string, .boolean, .null, .enumeration: document
        }
    }

    private mutating func report(_ reason: String, _ value: Int32) {
        report(reason, at: document.values[Int(value)].offset)
    }

    private mutating func report(_ reason: String, at offset: Int32) {
        problems.append(InputProblem(reason: reason, path: path, offset: offset))
    }
}

// Input objects.
extension InputLiteralCheck {
    private mutating func checkObject(_ value: Int32, _ type: NamedType) {
        guard case .object(let range) = document.values[Int(value)].kind else {
            return report(InputReason.notObject(type, found: document.printedValue(value)), value)
        }
        var given = [Int32?](repeating: nil, count: type.inputFields.count)
        var unknown: [ObjectField] = []
        var known: [ObjectField] = []
        for field in document.objectFields[range.indices] {
            if let index = type.inputFieldIndex(document.text(field.name)) {
                given[index] = field.value
                known.append(field)
            } else {
                unknown.append(field)
            }
        }
        for (field, given) in zip(type.inputFields, given) { checkField(field, given, of: value, type) }
        reportUnknown(unknown, of: value, type)
        if type.isOneOf { checkOneOf(known, of: value, type) }
    }

    private mutating func checkField(
        _ field: InputValueDefinition,
        _ given: Int32?,
        of object: Int32,
        _ type: NamedType
    ) {
        guard let given else {
            if field.isRequired {
                let found = document.printedValue(object)
                report(InputReason.missingField(field.name, of: type, found: found), object)
            }
            return
        }
        if case .variable(let name) = document.values[Int(given)].kind, let variables {
            let value = variables.value(of: name.symbol)
            if type.isOneOf {
                checkOneOfVariable(name, value, field, of: object, type)
            } else if value == nil, !field.isRequired {
                return
            }
        }
        path.append(.key(field.name))
        check(given, .declared(field.type))
        path.removeLast()
    }

    private mutating func checkOneOfVariable(
        _ name: Name,
        _ value: InputValue?,
        _ field: InputValueDefinition,
        of object: Int32,
        _ type: NamedType
    ) {
        let use =
            "Expected variable \"$\(document.text(name))\" provided to field \"\(field.name)\""
            + " for OneOf Input Object type \"\(type.name)\""
        switch value {
        case nil: report("\(use) to provide a runtime value.", object)
        case .null: report("\(use) not to be null.", object)
        default: break
        }
    }

    private mutating func reportUnknown(_ fields: [ObjectField], of object: Int32, _ type: NamedType) {
        for field in fields {
            let reason = InputReason.unknownField(
                document.text(field.name),
                of: type,
                found: document.printedValue(object),
                hidesSuggestions: hidesSuggestions
            )
            report(reason, at: field.offset)
        }
    }

    private mutating func checkOneOf(_ known: [ObjectField], of object: Int32, _ type: NamedType) {
        guard known.count == 1 else { return report(InputReason.oneOf(type), object) }
        guard case .null = document.values[Int(known[0].value)].kind else { return }
        path.append(.key(document.text(known[0].name)))
        report(InputReason.oneOf(type), object)
        path.removeLast()
    }
}
