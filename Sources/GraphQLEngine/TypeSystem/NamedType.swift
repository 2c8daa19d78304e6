/// A named type; the members that its kind does not have are empty.
public struct NamedType: Sendable {
    /// Unique among the types of the schema.
    public let name: String
    /// The description, for people; nil where the schema has none.
    public let description: String?
    /// Which of the six kinds of type it is.
    public let kind: TypeKind
    /// Scalars: the URL of `@specifiedBy`.
    public let specifiedByURL: String?
    /// Custom scalars: how input is taken; nil passes values through.
    public let inputCoercion: ScalarCoercion?
    /// Objects and interfaces.
    public internal(set) var fields: [FieldDefinition]
    /// Objects and interfaces: what they implement, in the order of the source.
    public let interfaces: [TypeID]
    /// Unions: the members. Interfaces: the objects that implement them. Objects: the object itself.
    public internal(set) var possibleTypes: [TypeID]
    /// Enums: the values, in the order of the source.
    public internal(set) var enumValues: [EnumValue]
    /// Input objects: the fields, in the order of the source.
    public internal(set) var inputFields: [InputValueDefinition]
    /// Input objects: whether `@oneOf` is applied.
    public let isOneOf: Bool
    /// Introspection types and the five scalars of the specification.
    public let isBuiltIn: Bool
    /// The directives on the definition and its extensions, in the order of the source.
    public internal(set) var appliedDirectives: [AppliedDirective] = []

    /// The definition and the extensions: indices into ``Document/types``.
    let nodes: [DefinitionPlace]
    let fieldIndexes: [String: Int]
    let enumValueIndexes: [String: Int]
    let inputFieldIndexes: [String: Int]

    init(
        name: String,
        description: String?,
        kind: TypeKind,
        specifiedByURL: String?,
        inputCoercion: ScalarCoercion?,
        fields: [FieldDefinition],
        interfaces: [TypeID],
        possibleTypes: [TypeID],
        enumValues: [EnumValue],
        inputFields: [InputValueDefinition],
        isOneOf: Bool,
        isBuiltIn: Bool,
        nodes: [DefinitionPlace]
    ) {
        self.name = name
        self.description = description
        self.kind = kind
        self.specifiedByURL = specifiedByURL
        self.inputCoercion = inputCoercion
        self.fields = fields
        self.interfaces = interfaces
        self.possibleTypes = possibleTypes
        self.enumValues = enumValues
        self.inputFields = inputFields
        self.isOneOf = isOneOf
        self.isBuiltIn = isBuiltIn
        self.nodes = nodes
        fieldIndexes = NamedType.indexes(fields.map(\.name))
        enumValueIndexes = NamedType.indexes(enumValues.map(\.name))
        inputFieldIndexes = NamedType.indexes(inputFields.map(\.name))
    }

    /// Position of a field in ``fields``.
    public func fieldIndex(_ name: String) -> Int? { fieldIndexes[name] }

    /// The field of a name.
    public func field(_ name: String) -> FieldDefinition? { fieldIndexes[name].map { fields[$0] } }

    /// Position of a value in ``enumValues``.
    public func enumValueIndex(_ name: String) -> Int? { enumValueIndexes[name] }

    /// Position of a field in ``inputFields``.
    public func inputFieldIndex(_ name: String) -> Int? { inputFieldIndexes[name] }

    private static func indexes(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A field of an object or interface type.
public struct FieldDefinition: Sendable {
    /// Unique among the fields of its type.
    public let name: String
    /// The description, for people; nil where the schema has none.
    public let description: String?
    /// The arguments, in the order of the source.
    public internal(set) var arguments: [InputValueDefinition]
    /// The type of the field's values, which is an output type.
    public let type: TypeReference
    /// The reason of `@deprecated`; nil without the directive.
    public let deprecationReason: String?
    /// The directives on the definition and its extensions, in the order of the source.
    public internal(set) var appliedDirectives: [AppliedDirective] = []
    /// Index into ``Document/fields``; nil for the meta fields.
    let place: DefinitionPlace?

    /// Position of an argument in ``arguments``.
    public func argumentIndex(_ name: String) -> Int? {
        arguments.firstIndex { $0.name == name }
    }
}

/// An argument or a field of an input object.
public struct InputValueDefinition: Sendable {
    /// Unique among the arguments of its field, or the fields of its type.
    public let name: String
    /// The description, for people; nil where the schema has none.
    public let description: String?
    /// The type of the values, which is an input type.
    public let type: TypeReference
    /// The default in the language's syntax, as introspection gives it; nil where there is none.
    public let defaultValueText: String?
    /// The default after coercion to ``type``; nil where there is none, or none that the type takes.
    public internal(set) var defaultValue: InputValue?
    /// Whether a value has to be given: the type is non-null and there is no default.
    public let isRequired: Bool
    /// The reason of `@deprecated`; nil without the directive.
    public let deprecationReason: String?
    /// The directives on the definition and its extensions, in the order of the source.
    public internal(set) var appliedDirectives: [AppliedDirective] = []
    /// Index into ``Document/inputValues``; nil for the argument of a meta field.
    let place: DefinitionPlace?
}

/// A value of an enum type.
public struct EnumValue: Sendable {
    /// Unique among the values of its type.
    public let name: String
    /// The description, for people; nil where the schema has none.
    public let description: String?
    /// The reason of `@deprecated`; nil without the directive.
    public let deprecationReason: String?
    /// The directives on the definition and its extensions, in the order of the source.
    public internal(set) var appliedDirectives: [AppliedDirective] = []
    /// Index into ``Document/enumValues``.
    let place: DefinitionPlace
}

/// A directive that documents may apply.
public struct DirectiveDefinition: Sendable {
    /// Unique among the directives of the schema; without the `@`.
    public let name: String
    /// The description, for people; nil where the schema has none.
    public let description: String?
    /// The arguments, in the order of the source.
    public internal(set) var arguments: [InputValueDefinition]
    /// Whether it may be applied several times in one place.
    public let isRepeatable: Bool
    /// Whether the schema's text does not define it: one of the specification's.
    public let isBuiltIn: Bool
    /// Names of the specification's ExecutableDirectiveLocation and TypeSystemDirectiveLocation.
    public let locations: [String]
    /// The reason of `@deprecated`; nil without the directive.
    public let deprecationReason: String?
    /// The definition and the extensions: indices into ``Document/directiveDefinitions``.
    let nodes: [DefinitionPlace]
}

/// A directive as it stands on a definition of the schema, its arguments coerced (defaults filled in).
public struct AppliedDirective: Sendable, Equatable {
    /// The directive's name, without the `@`.
    public let name: String
    /// One entry per argument of the directive's definition, in its order; nil where neither given nor defaulted.
    public let arguments: InputObject
    /// Names of the arguments in the order of ``arguments``.
    public let argumentNames: [String]

    /// The value of an argument; nil where neither given nor defaulted.
    public subscript(argument: String) -> InputValue? {
        argumentNames.firstIndex(of: argument).flatMap { arguments[$0] }
    }
}
