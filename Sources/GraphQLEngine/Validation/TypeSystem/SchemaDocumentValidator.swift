/// Holds a document of type-system definitions to the rules that need no built schema.
///
/// They are the rules of GraphQL.js's `validateSDL`: a document that keeps them all can be built, though the type
/// system that it describes may still break rules of section 3 of the specification.
public enum SchemaDocumentValidator {
    /// The errors in the order in which GraphQL.js finds them; none for a valid document.
    ///
    /// Executable definitions in the document are visited too, but they are no error by themselves.
    ///
    /// - Parameters:
    ///   - schema: the schema that the document extends; nil for a document that stands alone.
    ///   - rules: where several rules find errors at one node, those of the earlier rule come first.
    ///   - maximumErrors: validation stops after so many errors, and says so in one more. GraphQL.js has no limit here.
    public static func validate(
        _ document: Document,
        extending schema: Schema? = nil,
        rules: [SchemaDocumentRule] = SchemaDocumentRule.allCases,
        maximumErrors: Int = 10_000
    ) -> [GraphQLError] {
        let context = SchemaDocumentContext(document, extending: schema, maximumErrors: maximumErrors)
        SchemaDocumentVisit(context, rules.map { $0.makeVisitor(context) }).visit()
        return context.errors
    }
}
