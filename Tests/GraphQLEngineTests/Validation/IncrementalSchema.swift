import Testing

@testable import GraphQLEngine

/// A type system for the rules of incremental delivery and for the custom rules.
enum IncrementalSchema {
    static let schema: Result<Schema, any Error> = Result {
        try Schema.build(Document.parse(Source(IncrementalDirectives.text + text)))
    }

    /// What some rules say of a document, each as `message @line:column line:column`.
    static func errors(in text: String, _ rules: ValidationRule...) throws -> [String] {
        let document = try Document.parse(Source(text))
        let options = ValidationOptions(rules: rules)
        return Validator.validate(document, schema: try schema.get(), options: options).map(\.summary)
    }

    private static let text = """
        directive @mark(old: Int @deprecated(reason: "Go without.")) on FIELD
        type Query { news: Message find(by: Filter, old: Int @deprecated(reason: "Use by."), color: Color): Message }
        type Mutation { post: Message posts: [Message] }
        type Subscription { news: Message list: [Message] }
        type Message { body: String lines: [String!]! replies: [Message] old: Int @deprecated(reason: "Use body.") }
        input Filter { name: String old: Int @deprecated(reason: "Use name.") }
        enum Color { RED OLD @deprecated(reason: "Use RED.") }
        """
}
