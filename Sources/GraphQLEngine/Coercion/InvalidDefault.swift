/// An input field has a default that is no value of its type, as only a schema has that was assumed to be valid.
struct InvalidDefault: Error {
    let field: InputValueDefinition
    private static let longestChain = 200

    /// What is wrong, in the words of GraphQL.js; the default may be wrong because it takes in another one.
    func reason(_ schema: Schema) -> String {
        var field = field
        for _ in 0..<InvalidDefault.longestChain {
            guard let inner = InvalidDefault.within(field, schema) else { break }
            field = inner.field
        }
        let (type, text) = (schema.text(of: field.type), field.defaultValueText ?? "")
        return "Expected value of type \"\(type)\" to be valid, found: \(text)."
    }

    /// The default that the literal of a definition's default takes in; nil where it takes in none that is invalid.
    static func within(_ definition: InputValueDefinition, _ schema: Schema) -> InvalidDefault? {
        guard let literal = schema.defaultLiteral(definition) else { return nil }
        let coercion = LiteralCoercion(document: literal.source.document, schema: schema, variables: nil)
        do throws(InvalidDefault) {
            _ = try coercion.coerce(literal.value, .declared(definition.type))
            return nil
        } catch {
            return error
        }
    }
}

extension InputValueDefinition {
    /// Whether there is a default, but none that the type takes.
    var hasInvalidDefault: Bool { defaultValue == nil && defaultValueText != nil }
}
