/// Why a source is no GraphQL document.
public struct SyntaxError: Error, Sendable, Hashable {
    /// `Syntax Error: …`, worded as GraphQL.js words it.
    public let message: String
    /// Byte offset of the token or character that was not expected.
    public let offset: Int32
    /// Line and column of ``offset``.
    public let location: SourceLocation

    init(_ description: String, at offset: Int, in source: Source) {
        message = "Syntax Error: " + description
        self.offset = Int32(clamping: offset)
        location = source.location(at: self.offset)
    }
}

extension GraphQLError {
    /// The error as the response reports it.
    public init(_ error: SyntaxError) {
        self.init(error.message, locations: [error.location])
    }
}
