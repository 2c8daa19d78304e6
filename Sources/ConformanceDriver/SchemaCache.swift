import GraphQLEngine

/// The schemas built last, by their text and options: the same large one is sent many times in a row.
struct SchemaCache {
    private static let capacity = 8

    private struct Key: Equatable {
        let text: String
        let assumptions: SchemaAssumptions
    }

    /// The most recent comes last. A schema that cannot be built is kept as its errors.
    private var entries: [(key: Key, result: Result<Schema, SchemaError>)] = []

    /// The schema that a text defines, as `buildSchema` builds it.
    mutating func schema(_ text: String, _ request: Request) throws(SchemaError) -> Schema {
        let key = Key(text: text, assumptions: request.assumptions)
        let position = entries.firstIndex { $0.key == key }
        let result = position.map { entries.remove(at: $0).result } ?? Self.build(key)
        if entries.count == Self.capacity { entries.removeFirst() }
        entries.append((key, result))
        return try result.get()
    }

    private static func build(_ key: Key) -> Result<Schema, SchemaError> {
        Result { () throws(SchemaError) in
            try Schema.build(parse(key.text), assuming: key.assumptions)
        }
    }

    static func parse(_ text: String) throws(SchemaError) -> Document {
        do {
            return try Document.parse(Source(text))
        } catch {
            throw SchemaError([GraphQLError(error)])
        }
    }
}
