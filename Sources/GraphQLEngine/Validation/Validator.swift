/// Holds a document to a schema (GraphQL specification, section 5 "Validation").
public enum Validator {
    /// The errors in the order in which GraphQL.js finds them; none for a valid document.
    public static func validate(
        _ document: Document,
        schema: Schema,
        options: ValidationOptions = ValidationOptions()
    ) -> [GraphQLError] {
        let context = ValidationContext(document: document, schema: schema, options: options)
        DocumentVisit(context).visit()
        return context.errors
    }
}
