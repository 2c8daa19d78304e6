/// A recursive-descent parser with one token of look-ahead, which fills the arrays of a ``Document``.
///
/// Nodes whose kind nests (selections, list items, object fields) are collected on a stack and copied
/// when their list is complete; all others are appended in place, because nothing of their own kind comes
/// between two of them.
struct Parser: ~Copyable {
    var lexer: Lexer
    var document: Document
    /// The token that is parsed next.
    var token = Token(kind: .endOfFile, start: 0, end: 0)

    var pendingSelections: [Selection] = []
    var pendingValues: [Value] = []
    var pendingObjectFields: [ObjectField] = []

    private var symbols = SymbolTable()
    private let limits: ParserLimits
    private var tokenCount = 0
    private var depth = 0

    init(source: Source, bytes: UnsafeBufferPointer<UInt8>, limits: ParserLimits) {
        lexer = Lexer(source: source, bytes: bytes)
        document = Document(source: source)
        self.limits = limits
    }

    mutating func finish() throws(SyntaxError) -> Document {
        try expect(.endOfFile)
        document.symbols = symbols.texts(in: lexer.bytes)
        return document
    }

    mutating func advance() throws(SyntaxError) {
        token = try lexer.next()
        guard let maximum = limits.maximumTokens, token.kind != .endOfFile else { return }
        tokenCount += 1
        if tokenCount > maximum {
            throw failure("Document contains more than \(maximum) tokens. Parsing aborted.", at: token.start)
        }
    }

    /// Enters one more level of nesting; the caller goes back with ``leave()``.
    mutating func enter() throws(SyntaxError) {
        depth += 1
        if depth > limits.maximumDepth {
            throw failure("Document nests deeper than \(limits.maximumDepth) levels.", at: token.start)
        }
    }

    mutating func leave() {
        depth -= 1
    }
}

// MARK: - Tokens

extension Parser {
    mutating func expect(_ kind: TokenKind) throws(SyntaxError) {
        guard token.kind == kind else { throw expected(kind.description) }
        if kind != .endOfFile { try advance() }
    }

    /// Whether the token was of the kind; if so it is consumed.
    mutating func take(_ kind: TokenKind) throws(SyntaxError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    mutating func expectKeyword(_ keyword: StaticString) throws(SyntaxError) {
        guard try takeKeyword(keyword) else { throw expected("\"\(keyword)\"") }
    }

    mutating func takeKeyword(_ keyword: StaticString) throws(SyntaxError) -> Bool {
        guard isKeyword(keyword) else { return false }
        try advance()
        return true
    }

    func isKeyword(_ keyword: StaticString) -> Bool {
        let length = keyword.utf8CodeUnitCount
        guard token.kind == .name, Int(token.end - token.start) == length else { return false }
        for index in 0..<length where lexer.bytes[Int(token.start) + index] != keyword.utf8Start[index] {
            return false
        }
        return true
    }

    mutating func parseName() throws(SyntaxError) -> Name {
        guard token.kind == .name else { throw expected(TokenKind.name.description) }
        let symbol = symbols.symbol(of: Int(token.start)..<Int(token.end), in: lexer.bytes)
        let name = Name(symbol: symbol, offset: token.start)
        try advance()
        return name
    }

    func range(from start: Int, to end: Int) -> NodeRange {
        start == end ? .empty : NodeRange(start: Int32(start), count: Int32(end - start))
    }
}

// MARK: - Errors

extension Parser {
    func failure(_ description: String, at offset: Int32) -> SyntaxError {
        lexer.failure(description, at: Int(offset))
    }

    func expected(_ description: String) -> SyntaxError {
        failure("Expected \(description), found \(lexer.printedToken(token)).", at: token.start)
    }

    func unexpected(_ token: Token) -> SyntaxError {
        failure("Unexpected \(lexer.printedToken(token)).", at: token.start)
    }
}
