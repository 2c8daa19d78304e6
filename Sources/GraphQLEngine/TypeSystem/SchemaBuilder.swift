extension Schema {
    /// Builds a schema from type-system definitions and extensions.
    ///
    /// The built-in scalars, directives and introspection types are added; a definition of a built-in
    /// directive replaces it. Without a schema definition the types named Query, Mutation and Subscription
    /// are the roots.
    ///
    /// - Parameters:
    ///   - document: type-system definitions only.
    ///   - scalars: how input of custom scalars is taken, by name; others pass values through.
    /// - Throws: every error of the first stage that finds one: definitions, then types, then values.
    public static func build(
        _ document: Document,
        scalars: [String: ScalarCoercion] = [:]
    ) throws(SchemaError) -> Schema {
        let definitions = DraftReader(document, isBuiltIn: false).definitions()
        var validation = SchemaValidation(document: document)
        validation.checkDefinitions(definitions)
        try validation.throwErrors()

        let draft = SchemaDraft(builtIn: try builtInDefinitions(), given: definitions)
        validation.checkTypes(draft)
        try validation.throwErrors()

        var assembler = SchemaAssembler(draft: draft, scalars: scalars, validation: validation)
        let schema = assembler.schema()
        try assembler.validation.throwErrors()
        return schema
    }

    private static func builtInDefinitions() throws(SchemaError) -> DefinitionDrafts {
        do {
            let document = try Document.parse(Source(BuiltInDefinitions.text))
            return DraftReader(document, isBuiltIn: true).definitions()
        } catch {
            throw SchemaError([GraphQLError(error)])
        }
    }
}
