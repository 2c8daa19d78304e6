// GraphQL specification, sections 3.6 to 3.10, "Type Validation".
extension SchemaValidation {
    mutating func type(_ type: NamedType, _ id: TypeID) {
        name(type.name, at: type.nodes.first.map { schema.place(ofType: $0) })
        switch type.kind {
        case .object, .interface:
            fields(of: type)
            interfaces(of: type, id)
        case .union: unionMembers(of: type)
        case .enumeration: enumValues(of: type)
        case .inputObject:
            inputFields(of: type)
            for cycle in defaultValueCycles.cycles(from: id) { report(cycle.message, at: cycle.places) }
        case .scalar: break
        }
    }

    private mutating func fields(of type: NamedType) {
        if type.fields.isEmpty {
            report("Type \(type.name) must define one or more fields.", at: schema.places(of: type))
        }
        for field in type.fields {
            name(field.name, at: schema.place(of: field))
            let coordinate = "\(type.name).\(field.name)"
            if !schema[schema.namedType(of: field.type)].kind.isOutput {
                let given = schema.text(of: field.type)
                let message = "The type of \(coordinate) must be Output Type but got: \(given)."
                report(message, at: [schema.typePlace(of: field)])
            }
            for argument in field.arguments {
                inputValue(
                    argument,
                    "\(coordinate)(\(argument.name):)",
                    "argument",
                    schema.typePlace(of: argument)
                )
            }
        }
    }

    private mutating func unionMembers(of union: NamedType) {
        if union.possibleTypes.isEmpty {
            let message = "Union type \(union.name) must define one or more member types."
            report(message, at: schema.places(of: union))
        }
        var known: Set<TypeID> = []
        for member in union.possibleTypes {
            let name = schema[member].name
            if schema[member].kind != .object {
                report(
                    "Union type \(union.name) can only include Object types, it cannot include \(name).",
                    at: schema.places(of: union, naming: name)
                )
            } else if !known.insert(member).inserted {
                report(
                    "Union type \(union.name) can only include type \(name) once.",
                    at: schema.places(of: union, naming: name)
                )
            }
        }
    }

    private mutating func enumValues(of type: NamedType) {
        if type.enumValues.isEmpty {
            report("Enum type \(type.name) must define one or more values.", at: schema.places(of: type))
        }
        for value in type.enumValues { name(value.name, at: schema.place(of: value)) }
    }

    private mutating func inputFields(of type: NamedType) {
        if type.inputFields.isEmpty {
            let message = "Input Object type \(type.name) must define one or more fields."
            report(message, at: schema.places(of: type))
        }
        for field in type.inputFields {
            let coordinate = "\(type.name).\(field.name)"
            inputValue(field, coordinate, "input field", schema.typePlace(of: field))
            if type.isOneOf { oneOfField(field, coordinate) }
        }
    }

    private mutating func oneOfField(_ field: InputValueDefinition, _ coordinate: String) {
        if schema.isNonNull(field.type) {
            report("OneOf input field \(coordinate) must be nullable.", at: [schema.typePlace(of: field)])
        }
        if field.defaultValueText != nil {
            report("OneOf input field \(coordinate) cannot have a default value.", at: [schema.place(of: field)])
        }
    }
}
