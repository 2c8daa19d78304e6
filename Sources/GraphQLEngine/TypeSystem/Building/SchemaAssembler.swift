/// Turns a draft without errors into a schema: names become indices, literals become values.
struct SchemaAssembler {
    private let draft: SchemaDraft
    private let types: [TypeDraft]
    private let typeIDs: [String: TypeID]
    private let scalars: [String: ScalarCoercion]
    private var coercion: ConstantCoercion
    private var wrappedTypes = WrappedTypes()

    var validation: SchemaValidation { coercion.validation }

    init(draft: SchemaDraft, scalars: [String: ScalarCoercion], validation: SchemaValidation) {
        self.draft = draft
        self.scalars = scalars
        types = draft.typesInUse
        typeIDs = Dictionary(
            types.enumerated().map { ($1.name.text, TypeID(index: Int32($0))) },
            uniquingKeysWith: { first, _ in first }
        )
        coercion = ConstantCoercion(draft: draft, scalars: scalars, validation: validation)
    }

    mutating func schema() -> Schema {
        let roots = Dictionary(
            draft.schema.operationTypes.map { ($0.kind, typeIDs[$0.type.text]) },
            uniquingKeysWith: { first, _ in first }
        )
        // Every named type has a reference, also one that no field has.
        for index in types.indices { _ = wrappedTypes.reference(.named(TypeID(index: Int32(index)))) }
        let assembled = types.map { namedType($0) }
        let directives = draft.directives.map { directiveDefinition($0) }
        return Schema(
            description: draft.schema.description,
            types: assembled,
            directives: directives,
            queryType: roots[.query] ?? nil,
            mutationType: roots[.mutation] ?? nil,
            subscriptionType: roots[.subscription] ?? nil,
            appliedDirectives: applied(draft.schema.directives),
            wrappedTypes: wrappedTypes.types
        )
    }

    private mutating func namedType(_ type: TypeDraft) -> NamedType {
        let directives = applied(type.directives)
        return NamedType(
            name: type.name.text,
            description: type.description,
            kind: type.kind,
            specifiedByURL: directives.text("specifiedBy", "url"),
            inputCoercion: type.isBuiltIn ? nil : scalars[type.name.text],
            fields: type.fields.map { field($0) },
            interfaces: type.interfaces.compactMap { typeIDs[$0.text] },
            possibleTypes: possibleTypes(type),
            enumValues: type.enumValues.map { enumValue($0) },
            inputFields: type.inputFields.map { inputValue($0, owner: type.name.text) },
            isOneOf: type.isOneOf,
            isBuiltIn: type.isBuiltIn,
            appliedDirectives: directives
        )
    }

    private func possibleTypes(_ type: TypeDraft) -> [TypeID] {
        let name = type.name.text
        return switch type.kind {
        case .object: [typeIDs[name]].compactMap { $0 }
        case .union: type.members.compactMap { typeIDs[$0.text] }
        case .interface:
            types.indices.filter { index in
                types[index].kind == .object && types[index].interfaces.contains { $0.text == name }
            }.map { TypeID(index: Int32($0)) }
        case .scalar, .enumeration, .inputObject: []
        }
    }

    private mutating func field(_ field: FieldDraft) -> FieldDefinition {
        let directives = applied(field.directives)
        return FieldDefinition(
            name: field.name.text,
            description: field.description,
            arguments: field.arguments.map { inputValue($0, owner: nil) },
            type: reference(field.type),
            deprecationReason: directives.text("deprecated", "reason"),
            appliedDirectives: directives
        )
    }

    /// - Parameter owner: the input object that has the field; nil for an argument.
    private mutating func inputValue(_ value: InputValueDraft, owner: String?) -> InputValueDefinition {
        let directives = applied(value.directives)
        let coordinate = owner.map { "\($0).\(value.name.text)" }
        return InputValueDefinition(
            name: value.name.text,
            description: value.description,
            type: reference(value.type),
            defaultValueText: value.defaultValue?.text,
            defaultValue: value.defaultValue.flatMap { literal in
                coordinate.map { coercion.defaultValue(literal, $0, value.type) }
                    ?? coercion.coerce(literal, to: value.type)
            },
            deprecationReason: directives.text("deprecated", "reason"),
            appliedDirectives: directives
        )
    }

    private mutating func enumValue(_ value: EnumValueDraft) -> EnumValue {
        let directives = applied(value.directives)
        return EnumValue(
            name: value.name.text,
            description: value.description,
            deprecationReason: directives.text("deprecated", "reason"),
            appliedDirectives: directives
        )
    }

    private mutating func directiveDefinition(_ directive: DirectiveDefinitionDraft) -> DirectiveDefinition {
        DirectiveDefinition(
            name: directive.name.text,
            description: directive.description,
            arguments: directive.arguments.map { inputValue($0, owner: nil) },
            isRepeatable: directive.isRepeatable,
            isBuiltIn: directive.isBuiltIn,
            locations: directive.locations.map(\.text)
        )
    }

    private mutating func applied(_ directives: [DirectiveDraft]) -> [AppliedDirective] {
        directives.compactMap { directive in
            draft.directive(directive.name.text).map { applied(directive, $0) }
        }
    }

    private mutating func applied(
        _ directive: DirectiveDraft,
        _ definition: DirectiveDefinitionDraft
    ) -> AppliedDirective {
        let slots = definition.arguments.map { argument -> InputValue? in
            let given = directive.arguments.first { $0.name.text == argument.name.text }
            return (given?.value ?? argument.defaultValue).flatMap { coercion.coerce($0, to: argument.type) }
        }
        return AppliedDirective(
            name: directive.name.text,
            arguments: InputObject(slots: slots),
            argumentNames: definition.arguments.map(\.name.text)
        )
    }

    private mutating func reference(_ draft: TypeReferenceDraft) -> TypeReference {
        // Every name is known: the rule knownTypeNames ran before.
        wrappedTypes.reference(draft) { [typeIDs] name in typeIDs[name] ?? TypeID(index: 0) }
    }
}

extension SchemaDraft {
    /// All types but the built-in scalars that nothing refers to, which introspection must not list
    /// (section 4.2.2 "The __Type Type").
    fileprivate var typesInUse: [TypeDraft] {
        var used: Set<String> = []
        for type in types {
            for field in type.fields {
                used.insert(field.type.name)
                used.formUnion(field.arguments.map(\.type.name))
            }
            used.formUnion(type.inputFields.map(\.type.name))
        }
        used.formUnion(directives.flatMap(\.arguments).map(\.type.name))
        return types.filter { !BuiltInDefinitions.scalarNames.contains($0.name.text) || used.contains($0.name.text) }
    }
}

extension [AppliedDirective] {
    fileprivate func text(_ directive: String, _ argument: String) -> String? {
        guard case .string(let text)? = first(where: { $0.name == directive })?[argument] else { return nil }
        return text
    }
}
