/// Collects the errors of a schema. Every rule is one function in an extension, in the file of its section.
///
/// Messages are those of GraphQL.js.
struct SchemaValidation {
    let document: Document
    private(set) var errors: [GraphQLError] = []

    init(document: Document) {
        self.document = document
    }

    /// Rules on single definitions and on which of them may stand together.
    mutating func checkDefinitions(_ definitions: DefinitionDrafts) {
        executableDefinitions()
        loneSchemaDefinition(definitions.schemas)
        uniqueOperationTypes(definitions.schemas)
        uniqueTypeNames(definitions.types)
        uniqueDirectiveNames(definitions.directives)
        possibleTypeExtensions(definitions.types)
    }

    /// Rules on the whole type system.
    mutating func checkTypes(_ draft: SchemaDraft) {
        knownTypeNames(draft)
        guard errors.isEmpty else { return }
        rootTypes(draft)
        for directive in draft.directives { directiveDefinition(directive, draft) }
        for type in draft.types where !type.isBuiltIn { typeDefinition(type, draft) }
        inputObjectCycles(draft)
        appliedDirectives(draft)
    }

    private mutating func typeDefinition(_ type: TypeDraft, _ draft: SchemaDraft) {
        reservedName(type.name)
        nonEmpty(type)
        uniqueMemberNames(type)
        switch type.kind {
        case .object, .interface:
            for field in type.fields { fieldDefinition(field, of: type, draft) }
            implementedInterfaces(type, draft)
        case .union: unionMembers(type, draft)
        case .enumeration: for value in type.enumValues { reservedName(value.name) }
        case .inputObject: for field in type.inputFields { inputField(field, of: type, draft) }
        case .scalar: break
        }
    }

    mutating func report(_ message: String, at offsets: [Int32?]) {
        errors.append(GraphQLError(message, locations: offsets.compactMap { $0 }.map(document.source.location(at:))))
    }

    func throwErrors() throws(SchemaError) {
        if !errors.isEmpty { throw SchemaError(errors) }
    }
}
