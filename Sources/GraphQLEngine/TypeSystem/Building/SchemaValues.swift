/// Coerces the literals in a schema's definitions: the defaults, and the arguments of applied directives.
///
/// A literal that its type does not take has no value; validation says why.
struct SchemaValues {
    private(set) var types: [NamedType]
    private(set) var directives: [DirectiveDefinition]
    private(set) var appliedDirectives: [AppliedDirective] = []
    /// The definitions without values.
    private let schema: Schema

    init(_ schema: Schema) {
        self.schema = schema
        types = schema.types
        directives = schema.directives
    }

    mutating func coerce() {
        coerceInputFields()
        for type in types.indices {
            for field in types[type].fields.indices {
                for argument in types[type].fields[field].arguments.indices
                where types[type].fields[field].arguments[argument].defaultValueText != nil {
                    let value = defaultValue(types[type].fields[field].arguments[argument])
                    types[type].fields[field].arguments[argument].defaultValue = value
                }
            }
        }
        for directive in directives.indices {
            for argument in directives[directive].arguments.indices {
                directives[directive].arguments[argument].defaultValue =
                    defaultValue(directives[directive].arguments[argument])
            }
        }
        apply()
    }

    private func defaultValue(_ definition: InputValueDefinition) -> InputValue? {
        schema.defaultLiteral(definition).flatMap { value($0.value, $0.source, definition.type) }
    }

    private func value(_ literal: Int32, _ source: SchemaSource, _ type: TypeReference) -> InputValue? {
        let coercion = LiteralCoercion(
            document: source.document,
            schema: schema,
            variables: nil,
            appliesDefaults: false
        )
        return (try? coercion.coerce(literal, .declared(type))).flatMap { $0 }.flatMap { completed($0, type) }
    }

    /// The value with the defaults of the fields that its literal leaves out; nil where such a default is invalid.
    private func completed(_ value: InputValue, _ type: TypeReference) -> InputValue? {
        let named = schema.namedType(of: type)
        guard schema[named].kind == .inputObject else { return value }
        return completed(value, named)
    }

    private func completed(_ value: InputValue, _ type: TypeID) -> InputValue? {
        switch value {
        case .list(let items):
            let all = items.compactMap { completed($0, type) }
            return all.count == items.count ? .list(all) : nil
        case .object(var object):
            for (index, field) in types[Int(type.index)].inputFields.enumerated() {
                if let given = object.slots[index] {
                    guard let value = completed(given, field.type) else { return nil }
                    object.slots[index] = value
                } else {
                    if field.hasInvalidDefault { return nil }
                    object.slots[index] = field.defaultValue
                }
            }
            return .object(object)
        case .null, .boolean, .int, .float, .string, .enumeration, .json: return value
        }
    }
}

// Input fields, of which one's default may take in those of others.
extension SchemaValues {
    private mutating func coerceInputFields() {
        let references = DefaultValueReferences(schema: schema)
        coerceLeaves()
        var isDone: Set<DefaultValueReferences.Field> = []
        for type in schema.types.indices where schema.types[type].kind == .inputObject {
            let fields = schema.types[type].inputFields
            for field in fields.indices where references.hasObjectDefault(fields[field]) {
                coerce(.init(type: TypeID(index: Int32(type)), index: field), references, &isDone)
            }
        }
    }

    /// Scalars and enums take in no other defaults.
    private mutating func coerceLeaves() {
        for type in types.indices where types[type].kind == .inputObject {
            for field in types[type].inputFields.indices {
                let definition = types[type].inputFields[field]
                if definition.defaultValueText == nil { continue }
                if schema[schema.namedType(of: definition.type)].kind == .inputObject { continue }
                types[type].inputFields[field].defaultValue = defaultValue(definition)
            }
        }
    }

    /// Depth first with a stack of its own, because a chain of defaults may be as long as the schema. A default that
    /// comes back to itself has no value there.
    private mutating func coerce(
        _ field: DefaultValueReferences.Field,
        _ references: DefaultValueReferences,
        _ isDone: inout Set<DefaultValueReferences.Field>
    ) {
        guard isDone.insert(field).inserted else { return }
        var stack = [(field: field, needed: needed(by: field, references)[...])]
        while let (field, needed) = stack.last {
            if let next = needed.first {
                stack[stack.count - 1].needed = needed.dropFirst()
                if isDone.insert(next).inserted { stack.append((next, self.needed(by: next, references)[...])) }
            } else {
                let definition = schema[field.type].inputFields[field.index]
                types[Int(field.type.index)].inputFields[field.index].defaultValue = defaultValue(definition)
                stack.removeLast()
            }
        }
    }

    private func needed(
        by field: DefaultValueReferences.Field,
        _ references: DefaultValueReferences
    ) -> [DefaultValueReferences.Field] {
        let definition = schema[field.type].inputFields[field.index]
        guard let literal = schema.defaultLiteral(definition) else { return [] }
        return references.fields(of: literal.value, in: literal.source, as: definition.type)
    }
}

// Applied directives.
extension SchemaValues {
    private mutating func apply() {
        appliedDirectives = applied(schema.schemaDirectives)
        for type in types.indices where !types[type].isBuiltIn { applyMembers(of: type) }
        for directive in directives.indices where !directives[directive].isBuiltIn {
            for argument in directives[directive].arguments.indices {
                let nodes = schema.directives(ofInputValue: directives[directive].arguments[argument].place)
                if nodes.isEmpty { continue }
                directives[directive].arguments[argument].appliedDirectives = applied(nodes)
            }
        }
    }

    private mutating func applyMembers(of type: Int) {
        let nodes = schema.directives(ofType: types[type].nodes)
        if !nodes.isEmpty { types[type].appliedDirectives = applied(nodes) }
        for field in types[type].fields.indices {
            let nodes = schema.directives(ofField: types[type].fields[field].place)
            if !nodes.isEmpty { types[type].fields[field].appliedDirectives = applied(nodes) }
            for argument in types[type].fields[field].arguments.indices {
                let nodes = schema.directives(ofInputValue: types[type].fields[field].arguments[argument].place)
                if nodes.isEmpty { continue }
                types[type].fields[field].arguments[argument].appliedDirectives = applied(nodes)
            }
        }
        for value in types[type].enumValues.indices {
            let nodes = schema.directives(ofEnumValue: types[type].enumValues[value].place)
            if !nodes.isEmpty { types[type].enumValues[value].appliedDirectives = applied(nodes) }
        }
        for field in types[type].inputFields.indices {
            let nodes = schema.directives(ofInputValue: types[type].inputFields[field].place)
            if !nodes.isEmpty { types[type].inputFields[field].appliedDirectives = applied(nodes) }
        }
    }

    private func applied(_ nodes: [AppliedNode]) -> [AppliedDirective] {
        nodes.compactMap { source, directive in
            schema.directivesByName[source.document.text(directive.name)].map {
                applied(directive, directives[$0], source)
            }
        }
    }

    private func applied(
        _ directive: Directive,
        _ definition: DirectiveDefinition,
        _ source: SchemaSource
    ) -> AppliedDirective {
        let arguments = source.document.arguments[directive.arguments.indices]
        let slots = definition.arguments.map { argument -> InputValue? in
            let given = arguments.first { source.document.text($0.name) == argument.name }
            guard let given else { return argument.defaultValue }
            return value(given.value, source, argument.type)
        }
        return AppliedDirective(
            name: definition.name,
            arguments: InputObject(slots: slots),
            argumentNames: definition.arguments.map(\.name)
        )
    }
}
