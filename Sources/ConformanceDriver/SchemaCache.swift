import GraphQLEngine

/// The schemas built last, by their text and options: the same large one is sent many times in a row.
struct SchemaCache {
    private static let capacity = 8

    private struct Key: Equatable {
        let text: String
        let assumesValid: Bool
        let assumesValidSDL: Bool
    }

    /// The most recent comes last. A schema that cannot be built is kept as its errors.
    private var entries: [(key: Key, result: Result<Schema, SchemaError>)] = []

    /// The schema that a text defines, as `buildSchema` builds it.
    mutating func schema(_ text: String, _ request: Request) throws(SchemaError) -> Schema {
        let key = Key(
            text: text,
            assumesValid: request.isOn("assumeValid"),
            assumesValidSDL: request.isOn("assumeValidSDL")
        )
        let position = entries.firstIndex { $0.key == key }
        let result = position.map { entries.remove(at: $0).result } ?? Self.build(key)
        if entries.count == Self.capacity { entries.removeFirst() }
        entries.append((key, result))
        return try result.get()
    }

    private static func build(_ key: Key) -> Result<Schema, SchemaError> {
        Result { () throws(SchemaError) in
            let document = try parse(key.text)
            if !key.assumesValid, !key.assumesValidSDL { try check(document) }
            return try Schema.build(document)
        }
    }

    private static func parse(_ text: String) throws(SchemaError) -> Document {
        do {
            return try Document.parse(Source(text))
        } catch {
            throw SchemaError([GraphQLError(error)])
        }
    }

    private static func check(_ document: Document) throws(SchemaError) {
        let errors = SchemaDocumentValidator.validate(document)
        if !errors.isEmpty { throw SchemaError(errors) }
    }
}
