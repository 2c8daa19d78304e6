/// Parses schema coordinates, with a lexer of their own tokens: names, and the punctuators `.`, `(`, `)`,
/// `:` and `@`.
struct SchemaCoordinateParser {
    private var lexer: Lexer
    private var token = Token(kind: .endOfFile, start: 0, end: 0)

    init(lexer: Lexer) {
        self.lexer = lexer
    }

    mutating func parse() throws(SyntaxError) -> SchemaCoordinate {
        try advance()
        let coordinate = try take(.at) ? try parseDirective() : try parseTypeOrMember()
        try expect(.endOfFile)
        return coordinate
    }

    private mutating func parseDirective() throws(SyntaxError) -> SchemaCoordinate {
        let directive = try parseName()
        guard let argument = try parseArgument() else { return .directive(directive) }
        return .directiveArgument(directive: directive, argument: argument)
    }

    private mutating func parseTypeOrMember() throws(SyntaxError) -> SchemaCoordinate {
        let type = try parseName()
        guard try take(.dot) else { return .type(type) }
        let member = try parseName()
        guard let argument = try parseArgument() else { return .member(type: type, member: member) }
        return .argument(type: type, field: member, argument: argument)
    }

    /// `(name:)`, if there is one.
    private mutating func parseArgument() throws(SyntaxError) -> String? {
        guard try take(.leftParenthesis) else { return nil }
        let argument = try parseName()
        try expect(.colon)
        try expect(.rightParenthesis)
        return argument
    }

    private mutating func parseName() throws(SyntaxError) -> String {
        let name = token
        try expect(.name)
        return lexer.bytes.text(Int(name.start)..<Int(name.end))
    }

    private mutating func take(_ kind: TokenKind) throws(SyntaxError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ kind: TokenKind) throws(SyntaxError) {
        if try take(kind) { return }
        let found = lexer.printedToken(token)
        throw lexer.failure("Expected \(kind.description), found \(found).", at: Int(token.start))
    }

    private mutating func advance() throws(SyntaxError) {
        token = try lexer.nextOfCoordinate()
    }
}

extension Lexer {
    fileprivate mutating func nextOfCoordinate() throws(SyntaxError) -> Token {
        let start = position
        guard start < bytes.count else { return token(.endOfFile, from: start) }
        if Lexer.isNameStart(bytes[start]) { return scanName() }
        guard let kind = Lexer.punctuatorOfCoordinate(bytes[start]) else { throw invalidCharacter(at: start) }
        position += 1
        return token(kind, from: start)
    }

    private static func punctuatorOfCoordinate(_ byte: UInt8) -> TokenKind? {
        switch byte {
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "@"): .at
        default: nil
        }
    }

    private func invalidCharacter(at index: Int) -> SyntaxError {
        if bytes[index] >= 0x80, bytes.multibyteSequenceLength(at: index) == nil { return invalidByte(at: index) }
        return failure("Invalid character: \(printedCodePoint(at: index)).", at: index)
    }
}
