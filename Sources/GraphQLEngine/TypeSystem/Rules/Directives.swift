// GraphQL specification, section 3.13 "Directives".
extension SchemaValidation {
    mutating func directive(_ directive: DirectiveDefinition) {
        name(directive.name, at: schema.place(of: directive))
        if directive.locations.isEmpty {
            let message = "Directive @\(directive.name) must include 1 or more locations."
            report(message, at: [schema.place(of: directive)])
        }
        for argument in directive.arguments {
            inputValue(argument, "@\(directive.name)(\(argument.name):)", "argument", schema.place(of: argument))
        }
    }

    /// The rules that hold for arguments and input fields alike.
    ///
    /// - Parameters:
    ///   - coordinate: such as `Type.field(argument:)`.
    ///   - noun: what messages call the value.
    ///   - wrongTypePlace: where a type stands that is no input type.
    mutating func inputValue(
        _ value: InputValueDefinition,
        _ coordinate: String,
        _ noun: String,
        _ wrongTypePlace: SourcePlace?
    ) {
        name(value.name, at: schema.place(of: value))
        if !schema[schema.namedType(of: value.type)].kind.isInput {
            let type = schema.text(of: value.type)
            report("The type of \(coordinate) must be Input Type but got: \(type).", at: [wrongTypePlace])
        }
        if value.isRequired, value.deprecationReason != nil {
            report(
                "Required \(noun) \(coordinate) cannot be deprecated.",
                at: [schema.deprecatedPlace(of: value), schema.typePlace(of: value)]
            )
        }
        defaultValue(of: value, coordinate)
    }

    private mutating func defaultValue(of definition: InputValueDefinition, _ coordinate: String) {
        guard definition.defaultValue == nil || definition.isOfInputObject(schema),
            let place = definition.place, let literal = schema.defaultLiteral(definition)
        else { return }
        var check = InputLiteralCheck(literal.source.document, schema)
        check.check(literal.value, .declared(definition.type))
        for problem in check.problems {
            report(
                "\(coordinate) has invalid default value\(problem.place): \(problem.reason)",
                at: [problem.offset.map { SourcePlace(document: place.document, offset: $0) }]
            )
        }
    }
}

extension InputLiteralCheck {
    /// A check of a literal in a definition.
    init(_ document: Document, _ schema: Schema) {
        self.init(document: document, schema: schema, variables: nil, hidesSuggestions: false)
    }
}

extension InputValueDefinition {
    /// A default of an input object can have a value and errors still.
    fileprivate func isOfInputObject(_ schema: Schema) -> Bool {
        schema[schema.namedType(of: type)].kind == .inputObject
    }
}
