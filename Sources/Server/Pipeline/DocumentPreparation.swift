import GraphQLEngine

/// Makes a valid document of a text: from the cache, or parsed, held to the limits and validated.
struct DocumentPreparation: Sendable {
    private let schema: Schema
    private let limits: ServerLimits
    /// Callers who may send documents of different length do not share them: one's text could exceed another's limit.
    private let anonymous = PlanCache(maximumDocuments: 500, maximumBytes: 2 << 20)
    private let signedIn = PlanCache(maximumDocuments: 1_000, maximumBytes: 4 << 20)

    init(schema: Schema, limits: ServerLimits) {
        self.schema = schema
        self.limits = limits
    }

    func prepare(_ text: String, isSignedIn: Bool) throws(DocumentError) -> PreparedDocument {
        let cache = isSignedIn ? signedIn : anonymous
        let bytes = Array(text.utf8)
        if let known = cache.document(for: bytes) { return known }
        let document = PreparedDocument(try validDocument(bytes, isSignedIn: isSignedIn))
        cache.insert(document, for: bytes)
        return document
    }

    private func validDocument(_ bytes: [UInt8], isSignedIn: Bool) throws(DocumentError) -> Document {
        let document = try parse(bytes, isSignedIn: isSignedIn)
        let excess = LimitCheck.check(document, limits: limits.document)
        if !excess.isEmpty { throw .tooComplex(excess) }
        let errors = Validator.validate(
            document,
            schema: schema,
            options: ValidationOptions(
                maximumErrors: limits.validationErrors,
                announcesLimit: false,
                rules: ValidationRule.served
            )
        )
        if !errors.isEmpty { throw .invalid(errors) }
        return document
    }

    private func parse(_ bytes: [UInt8], isSignedIn: Bool) throws(DocumentError) -> Document {
        let tokens = isSignedIn ? limits.signedInTokens : limits.anonymousTokens
        do throws(SyntaxError) {
            return try Document.parse(
                Source(bytes: bytes),
                options: ParserOptions(maximumLexicalTokens: tokens, maximumDepth: limits.nesting)
            )
        } catch {
            throw .syntax(error)
        }
    }
}

/// Why a text is no document that may be executed.
enum DocumentError: Error {
    case syntax(SyntaxError)
    case tooComplex([GraphQLError])
    case invalid([GraphQLError])
}
