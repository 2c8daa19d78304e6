/// Why a document is no valid schema: every error that was found, with its places in the document.
public struct SchemaError: Error, Sendable, Equatable {
    /// At least one, in the order in which GraphQL.js finds them.
    public let errors: [GraphQLError]

    /// - Parameter errors: at least one.
    public init(_ errors: [GraphQLError]) {
        self.errors = errors
    }
}

extension SchemaError: CustomStringConvertible {
    /// One line per error: `line:column: message`.
    public var description: String {
        errors.map { error in
            guard let place = error.locations.first else { return error.message }
            return "\(place.line):\(place.column): \(error.message)"
        }.joined(separator: "\n")
    }
}
