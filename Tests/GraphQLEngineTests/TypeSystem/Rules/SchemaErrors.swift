import GraphQLEngine
import Testing

/// A schema, and the errors of its type system with their places as `line:column`, one a line.
struct WrongSchema: Sendable, CustomTestStringConvertible {
    let schema: String
    let errors: String

    init(_ schema: String, _ errors: String) {
        self.schema = schema
        self.errors = errors
    }

    var testDescription: String { schema }
}

/// The errors of a type system whose document is taken for valid.
func schemaErrors(_ texts: String...) throws -> String {
    var schema = try Schema.build(Document.parse(Source(texts[0])), assuming: .validDocument)
    for text in texts.dropFirst() {
        schema = try schema.extended(by: Document.parse(Source(text)), assuming: .validDocument)
    }
    return SchemaValidator.validate(schema).map { error in
        ([error.message] + error.locations.map { "\($0.line):\($0.column)" }).joined(separator: " ")
    }.joined(separator: "\n")
}
