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

public struct ValidationOptions: Sendable, Hashable {
    /// Validation stops after this many errors.
    public var maximumErrors: Int
    /// Leaves "Did you mean …?" out of the messages, so that they tell nothing of the schema.
    public var hidesSuggestions: Bool

    public init(maximumErrors: Int = 5, hidesSuggestions: Bool = false) {
        self.maximumErrors = maximumErrors
        self.hidesSuggestions = hidesSuggestions
    }
}
