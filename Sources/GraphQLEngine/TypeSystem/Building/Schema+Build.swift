extension Schema {
    /// Builds a valid schema from type-system definitions and extensions.
    ///
    /// The built-in scalars, directives and introspection types are added; a definition of a built-in
    /// directive replaces it. Without a schema definition the types named Query, Mutation and Subscription
    /// are the roots.
    ///
    /// - Parameters:
    ///   - document: type-system definitions only.
    ///   - scalars: how input of custom scalars is taken, by name; others pass values through.
    /// - Throws: every error of the first stage that finds one: the document, the type system, and then the
    ///   arguments of directives on definitions, which GraphQL.js leaves unchecked.
    public static func build(
        _ document: Document,
        scalars: [String: ScalarCoercion] = [:]
    ) throws(SchemaError) -> Schema {
        let schema = try build(document, scalars: scalars, assuming: [])
        try SchemaError.throwIfAny(SchemaValidator.validate(schema))
        try SchemaError.throwIfAny(AppliedDirectiveValues.errors(in: schema))
        return schema
    }

    /// Builds a schema whose type system may be invalid: `buildASTSchema` of GraphQL.js.
    ///
    /// - Parameter assumptions: what is not checked. Where the assumption is wrong, the schema is built as far as
    ///   it can be.
    /// - Throws: all errors of the document, or the first definition that cannot be built.
    public static func build(
        _ document: Document,
        scalars: [String: ScalarCoercion] = [:],
        assuming assumptions: SchemaAssumptions
    ) throws(SchemaError) -> Schema {
        if assumptions.isEmpty { try SchemaError.throwIfAny(SchemaDocumentValidator.validate(document)) }
        var draft = TypeSystemDraft()
        draft.add(SchemaSource(document: document))
        draft.setRootsByName()
        draft.addSpecifiedDirectives()
        return try assembled(draft, scalars, isAssumedValid: assumptions.contains(.validTypeSystem))
    }

    /// The schema with the definitions and extensions of a further document: `extendSchema` of GraphQL.js.
    ///
    /// Custom scalars keep their coercion. A sorted schema is no longer sorted.
    ///
    /// - Parameters:
    ///   - document: type-system definitions and extensions; others are left out.
    ///   - scalars: how input of further custom scalars is taken, by name.
    ///   - assumptions: what is not checked.
    /// - Throws: all errors of the document, or the first definition that cannot be built.
    public func extended(
        by document: Document,
        scalars: [String: ScalarCoercion] = [:],
        assuming assumptions: SchemaAssumptions = []
    ) throws(SchemaError) -> Schema {
        if assumptions.isEmpty {
            try SchemaError.throwIfAny(SchemaDocumentValidator.validate(document, extending: self))
        }
        guard document.hasTypeSystemDefinitions else { return self }
        var draft = TypeSystemDraft(self)
        draft.add(SchemaSource(document: document))
        let known = scalarCoercions.merging(scalars) { _, new in new }
        return try Schema.assembled(draft, known, isAssumedValid: assumptions.contains(.validTypeSystem))
    }

    /// The schema with types, directives and their members in the natural order of their names:
    /// `lexicographicSortSchema` of GraphQL.js.
    public func sorted() -> Schema {
        let draft = TypeSystemDraft(self)
        let sorted = try? SchemaAssembler.schema(
            draft,
            scalars: scalarCoercions,
            isAssumedValid: isAssumedValid,
            isSorted: true
        )
        // What has been built once can be built again.
        return sorted ?? self
    }

    static func assembled(
        _ draft: TypeSystemDraft,
        _ scalars: [String: ScalarCoercion],
        isAssumedValid: Bool
    ) throws(SchemaError) -> Schema {
        do {
            return try SchemaAssembler.schema(
                draft,
                scalars: scalars,
                isAssumedValid: isAssumedValid,
                isSorted: false
            )
        } catch {
            throw SchemaError([error])
        }
    }

    private var scalarCoercions: [String: ScalarCoercion] {
        var coercions: [String: ScalarCoercion] = [:]
        for type in types { coercions[type.name] = type.inputCoercion }
        return coercions
    }
}

/// What a schema is built without checking: the options `assumeValid` and `assumeValidSDL` of GraphQL.js.
public struct SchemaAssumptions: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Neither the document nor, later on, the type system is checked.
    public static let validTypeSystem = SchemaAssumptions(rawValue: 1)
    /// The document is not checked.
    public static let validDocument = SchemaAssumptions(rawValue: 2)
}

extension SchemaError {
    static func throwIfAny(_ errors: [GraphQLError]) throws(SchemaError) {
        if !errors.isEmpty { throw SchemaError(errors) }
    }
}

extension Document {
    fileprivate var hasTypeSystemDefinitions: Bool {
        !schemas.isEmpty || !types.isEmpty || !directiveDefinitions.isEmpty
    }
}
