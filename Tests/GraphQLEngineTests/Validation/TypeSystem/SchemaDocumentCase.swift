import Testing

@testable import GraphQLEngine

/// A schema document, and what the rules say of it: each error as `message @line:column line:column`.
struct SchemaDocumentCase: Sendable, CustomTestStringConvertible {
    let document: String
    /// The schema that the document extends.
    let extended: String?
    let errors: [String]

    init(_ document: String, extending extended: String? = nil, _ errors: String...) {
        self.document = document
        self.extended = extended
        self.errors = errors
    }

    var testDescription: String { document }

    func found(by rules: SchemaDocumentRule...) throws -> [String] {
        let schema = try extended.map { try Schema.build(Document.parse(Source($0))) }
        let document = try Document.parse(Source(document))
        return SchemaDocumentValidator.validate(document, extending: schema, rules: rules).map(\.summary)
    }
}
