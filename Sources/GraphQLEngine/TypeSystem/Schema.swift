/// A type system: named types, directives and root operation types, in flat arrays.
///
/// Types are found by ``TypeID``, wrapped types by ``TypeReference``; both are indices, so that two types
/// are the same exactly when their indices are.
///
/// Source: GraphQL specification, section 3 "Type System".
public final class Schema: Sendable {
    /// The description of the schema definition, for people.
    public let description: String?
    /// All types, the built-in ones that the schema uses among them; ``TypeID`` is an index into it.
    public let types: [NamedType]
    /// All directives, those of the specification among them.
    public let directives: [DirectiveDefinition]
    /// The type at which queries start; nil in an invalid schema only.
    public let queryType: TypeID?
    /// The type at which mutations start, if there are any.
    public let mutationType: TypeID?
    /// The type at which subscriptions start, if there are any.
    public let subscriptionType: TypeID?
    /// Directives applied to the schema definition itself.
    public let appliedDirectives: [AppliedDirective]
    /// Whether the type system is taken for valid: ``SchemaValidator`` finds no errors then.
    public let isAssumedValid: Bool

    /// The documents that the schema was built from; the first one has the built-in definitions.
    let sources: [SchemaSource]
    /// Indices into ``Document/schemas``.
    let definition: DefinitionPlace?
    let extensions: [DefinitionPlace]
    let wrappedTypes: [WrappedType]
    let typesByName: [String: TypeID]
    let directivesByName: [String: Int]
    let metaFields: MetaFields?

    init(_ draft: TypeSystemDraft, _ parts: SchemaParts, isAssumedValid: Bool) {
        description = draft.description
        sources = draft.sources
        definition = draft.schemaDefinition
        extensions = draft.schemaExtensions
        types = parts.types
        directives = parts.directives
        queryType = parts.roots[.query]
        mutationType = parts.roots[.mutation]
        subscriptionType = parts.roots[.subscription]
        appliedDirectives = []
        self.isAssumedValid = isAssumedValid
        var wrappedTypes = parts.wrappedTypes
        metaFields = MetaFields(types: types, wrappedTypes: &wrappedTypes)
        self.wrappedTypes = wrappedTypes.types
        typesByName = Dictionary(
            parts.types.indices.map { (parts.types[$0].name, TypeID(index: Int32($0))) },
            uniquingKeysWith: { first, _ in first }
        )
        directivesByName = Dictionary(
            parts.directives.indices.map { (parts.directives[$0].name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The schema with the values that the literals in its definitions stand for.
    init(_ schema: Schema, values: SchemaValues) {
        description = schema.description
        sources = schema.sources
        definition = schema.definition
        extensions = schema.extensions
        types = values.types
        directives = values.directives
        queryType = schema.queryType
        mutationType = schema.mutationType
        subscriptionType = schema.subscriptionType
        appliedDirectives = values.appliedDirectives
        isAssumedValid = schema.isAssumedValid
        wrappedTypes = schema.wrappedTypes
        typesByName = schema.typesByName
        directivesByName = schema.directivesByName
        metaFields = schema.metaFields
    }

    /// The named type of an index.
    public subscript(type: TypeID) -> NamedType {
        types[Int(type.index)]
    }

    /// What a type reference is: a named type, or a wrapper.
    public subscript(reference: TypeReference) -> WrappedType {
        wrappedTypes[Int(reference.index)]
    }

    /// The type of a name.
    public func type(named name: String) -> TypeID? {
        typesByName[name]
    }

    /// The directive of a name, which is given without the `@`.
    public func directive(named name: String) -> DirectiveDefinition? {
        directivesByName[name].map { directives[$0] }
    }

    /// The type at which operations of a kind start.
    public func rootType(of kind: OperationKind) -> TypeID? {
        switch kind {
        case .query: queryType
        case .mutation: mutationType
        case .subscription: subscriptionType
        }
    }

    /// The type without its wrappers.
    public func namedType(of reference: TypeReference) -> TypeID {
        switch self[reference] {
        case .named(let type): type
        case .list(let item), .nonNull(let item): namedType(of: item)
        }
    }

    /// Whether the outermost wrapper is non-null.
    public func isNonNull(_ reference: TypeReference) -> Bool {
        if case .nonNull = self[reference] { true } else { false }
    }

    /// The type without an outer non-null.
    public func nullable(_ reference: TypeReference) -> TypeReference {
        if case .nonNull(let inner) = self[reference] { inner } else { reference }
    }

    /// The reference as the language writes it, such as `[Int!]!`.
    public func text(of reference: TypeReference) -> String {
        switch self[reference] {
        case .named(let type): self[type].name
        case .list(let item): "[\(text(of: item))]"
        case .nonNull(let item): "\(text(of: item))!"
        }
    }
}

/// Index of a named type in its schema.
public struct TypeID: Sendable, Hashable {
    /// Index into ``Schema/types``.
    public let index: Int32
}

/// Index of a possibly wrapped type in its schema.
public struct TypeReference: Sendable, Hashable {
    /// Known to the schema alone.
    public let index: Int32
}

/// A named type, or a list or non-null around another reference.
public enum WrappedType: Sendable, Hashable {
    case named(TypeID)
    case list(TypeReference)
    case nonNull(TypeReference)
}

/// The six kinds of named type; raw values are the names that introspection gives them.
public enum TypeKind: String, Sendable {
    case scalar = "SCALAR"
    case object = "OBJECT"
    case interface = "INTERFACE"
    case union = "UNION"
    case enumeration = "ENUM"
    case inputObject = "INPUT_OBJECT"

    /// Scalars and enums: without fields.
    public var isLeaf: Bool { self == .scalar || self == .enumeration }
    /// Objects, interfaces and unions: what fragments can be on.
    public var isComposite: Bool { self == .object || self == .interface || self == .union }
    /// Interfaces and unions: their values are of object types.
    public var isAbstract: Bool { self == .interface || self == .union }
    /// What variables and arguments can be of.
    public var isInput: Bool { isLeaf || self == .inputObject }
    /// What fields can be of.
    public var isOutput: Bool { self != .inputObject }
}
