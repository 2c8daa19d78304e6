// GraphQL specification, section 3.6 "Objects", IsValidImplementation.
extension SchemaValidation {
    mutating func interfaces(of type: NamedType, _ id: TypeID) {
        let declared = Set(type.interfaces)
        var known: Set<TypeID> = []
        for interfaceID in type.interfaces {
            let interface = schema[interfaceID]
            let places = { [schema] in schema.places(of: type, naming: interface.name) }
            if interface.kind != .interface {
                let problem = "it cannot implement \(interface.name)"
                report("Type \(type.name) must only implement Interface types, \(problem).", at: places())
                continue
            }
            if interfaceID == id {
                let reason = "because it would create a circular reference"
                report("Type \(type.name) cannot implement itself \(reason).", at: places())
            }
            if !known.insert(interfaceID).inserted {
                report("Type \(type.name) can only implement \(interface.name) once.", at: places())
                continue
            }
            ancestors(of: interface, areIn: declared, type, id)
            implementation(of: interface, by: type)
        }
    }

    private mutating func ancestors(
        of interface: NamedType,
        areIn declared: Set<TypeID>,
        _ type: NamedType,
        _ id: TypeID
    ) {
        for ancestorID in interface.interfaces where !declared.contains(ancestorID) {
            let ancestor = schema[ancestorID]
            let message =
                ancestorID == id
                ? "Type \(type.name) cannot implement \(interface.name) because it would create a circular reference."
                : "Type \(type.name) must implement \(ancestor.name) because it is implemented by \(interface.name)."
            let places = schema.places(of: interface, naming: ancestor.name)
            report(message, at: places + schema.places(of: type, naming: interface.name))
        }
    }

    private mutating func implementation(of interface: NamedType, by type: NamedType) {
        for expected in interface.fields {
            let coordinate = "\(interface.name).\(expected.name)"
            guard let field = type.field(expected.name) else {
                report(
                    "Interface field \(coordinate) expected but \(type.name) does not provide it.",
                    at: [schema.place(of: expected)] + schema.places(of: type)
                )
                continue
            }
            let own = "\(type.name).\(field.name)"
            if !schema.isSubtype(field.type, of: expected.type) {
                let (wanted, given) = (schema.text(of: expected.type), schema.text(of: field.type))
                report(
                    "Interface field \(coordinate) expects type \(wanted) but \(own) is type \(given).",
                    at: [schema.typePlace(of: expected), schema.typePlace(of: field)]
                )
            }
            expectedArguments(field, own, expected, coordinate)
            furtherArguments(field, own, expected, coordinate)
            deprecation(field, own, expected, coordinate)
        }
    }

    private mutating func expectedArguments(
        _ field: FieldDefinition,
        _ own: String,
        _ expected: FieldDefinition,
        _ coordinate: String
    ) {
        for argument in expected.arguments {
            let name = "\(coordinate)(\(argument.name):)"
            guard let given = field.arguments.first(where: { $0.name == argument.name }) else {
                report(
                    "Interface field argument \(name) expected but \(own) does not provide it.",
                    at: [schema.place(of: argument), schema.place(of: field)]
                )
                continue
            }
            if given.type == argument.type { continue }
            let (wanted, actual) = (schema.text(of: argument.type), schema.text(of: given.type))
            report(
                "Interface field argument \(name) expects type \(wanted)"
                    + " but \(own)(\(given.name):) is type \(actual).",
                at: [schema.typePlace(of: argument), schema.typePlace(of: given)]
            )
        }
    }

    private mutating func furtherArguments(
        _ field: FieldDefinition,
        _ own: String,
        _ expected: FieldDefinition,
        _ coordinate: String
    ) {
        for argument in field.arguments where argument.isRequired {
            if expected.arguments.contains(where: { $0.name == argument.name }) { continue }
            let type = schema.text(of: argument.type)
            report(
                "Argument \"\(own)(\(argument.name):)\" must not be required type \"\(type)\""
                    + " if not provided by the Interface field \"\(coordinate)\".",
                at: [schema.place(of: argument), schema.place(of: expected)]
            )
        }
    }

    private mutating func deprecation(
        _ field: FieldDefinition,
        _ own: String,
        _ expected: FieldDefinition,
        _ coordinate: String
    ) {
        guard field.deprecationReason != nil, expected.deprecationReason == nil else { return }
        report(
            "Interface field \(coordinate) is not deprecated, so implementation field \(own) must not be deprecated.",
            at: [schema.deprecatedPlace(of: field), schema.typePlace(of: field)]
        )
    }
}

extension Schema {
    /// Whether a field of the first type may implement a field of the second (covariance).
    func isSubtype(_ type: TypeReference, of expected: TypeReference) -> Bool {
        if type == expected { return true }
        return switch (self[type], self[expected]) {
        case (.nonNull(let type), .nonNull(let expected)), (.list(let type), .list(let expected)):
            isSubtype(type, of: expected)
        case (.nonNull(let type), _): isSubtype(type, of: expected)
        case (.named(let type), .named(let expected)):
            self[expected].kind == .union
                ? self[expected].possibleTypes.contains(type) : self[type].interfaces.contains(expected)
        default: false
        }
    }
}
