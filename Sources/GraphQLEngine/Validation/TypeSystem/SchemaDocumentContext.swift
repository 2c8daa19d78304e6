/// What the rules share while one schema document is validated.
final class SchemaDocumentContext: DocumentRuleContext {
    let document: Document
    /// The schema that the document extends.
    let schema: Schema?
    let directives: DirectiveTable
    private let maximumErrors: Int
    private(set) var errors: [GraphQLError] = []
    private var namesCompared = 0

    /// Names that are compared in search of suggestions; beyond it there are none, because every unknown name is
    /// compared with all known ones and a document can have many of both.
    private static let maximumNamesCompared = 200_000

    init(_ document: Document, extending schema: Schema?, maximumErrors: Int) {
        self.document = document
        self.schema = schema
        self.maximumErrors = maximumErrors
        directives = DirectiveTable(document, extending: schema)
    }

    /// Whether an error beyond the limit has been found.
    private(set) var isAborted = false

    func report(_ message: String, at offsets: [Int32]) {
        if isAborted { return }
        if errors.count >= maximumErrors {
            isAborted = true
            let message = "Too many validation errors, error limit reached. Validation aborted."
            return errors.append(GraphQLError(message))
        }
        errors.append(GraphQLError(message, locations: offsets.map(document.source.location(at:))))
    }

    /// "Did you mean …?", or nothing.
    func suggestion(for name: String, among names: @autoclosure () -> [String]) -> String {
        if namesCompared > SchemaDocumentContext.maximumNamesCompared { return "" }
        let names = names()
        namesCompared += names.count
        return Suggestion.text(for: name, among: names)
    }
}
