/// A name for an element of a schema, for people and tools: `Type`, `Type.member`, `Type.field(argument:)`,
/// `@directive` or `@directive(argument:)`.
///
/// Source: GraphQL specification, section 2.14 "Schema Coordinates".
public enum SchemaCoordinate: Sendable, Hashable {
    case type(String)
    /// A field, an input field or an enum value.
    case member(type: String, member: String)
    case argument(type: String, field: String, argument: String)
    case directive(String)
    case directiveArgument(directive: String, argument: String)

    /// Parses a coordinate, in which nothing is ignored, not even white space.
    public static func parse(_ source: Source) throws(SyntaxError) -> SchemaCoordinate {
        guard source.bytes.count < Int32.max else {
            throw SyntaxError("Source is longer than \(Int32.max) bytes.", at: 0, in: source)
        }
        return try source.bytes.withUnsafeBufferPointer { (bytes) throws(SyntaxError) -> SchemaCoordinate in
            var parser = SchemaCoordinateParser(lexer: Lexer(source: source, bytes: bytes))
            return try parser.parse()
        }
    }
}

extension SchemaCoordinate: CustomStringConvertible {
    /// The coordinate in the language's syntax.
    public var description: String {
        switch self {
        case .type(let type): type
        case .member(let type, let member): "\(type).\(member)"
        case .argument(let type, let field, let argument): "\(type).\(field)(\(argument):)"
        case .directive(let directive): "@\(directive)"
        case .directiveArgument(let directive, let argument): "@\(directive)(\(argument):)"
        }
    }
}
