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
    let options: ParserOptions
    private var depth = 0

    init(source: Source, bytes: UnsafeBufferPointer<UInt8>, options: ParserOptions) {
        lexer = Lexer(source: source, bytes: bytes, options: options)
        document = Document(source: source)
        self.options = options
        reserveForSmallDocuments(bytes.count)
    }

    /// Spares documents of the usual size the growth of the arrays that every query fills.
    private mutating func reserveForSmallDocuments(_ length: Int) {
        let estimate = min(length / 12, 96)
        document.selections.reserveCapacity(estimate)
        pendingSelections.reserveCapacity(estimate / 4)
    }

    mutating func finish() throws(SyntaxError) -> Document {
        try expect(.endOfFile)
        document.symbols = symbols.texts(in: lexer.bytes)
        return document
    }

    mutating func advance() throws(SyntaxError) {
        token = try lexer.next()
        if lexer.budget.isLimited, token.kind != .endOfFile, let excess = lexer.budget.countToken() {
            throw failure(excess, at: token.start)
        }
    }

    /// The token after the next, which is not counted.
    func lookahead() throws(SyntaxError) -> Token {
        var lexer = lexer
        return try lexer.next()
    }

    /// Enters one more level of nesting; the caller goes back with ``leave()``.
    mutating func enter() throws(SyntaxError) {
        depth += 1
        if depth > options.maximumDepth {
            throw failure("Document is nested too deeply. Parsing aborted.", at: token.start)
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
        isKeyword(keyword, token)
    }

    func isKeyword(_ keyword: StaticString, _ token: Token) -> Bool {
        let length = keyword.utf8CodeUnitCount
        guard token.kind == .name, Int(token.end - token.start) == length else { return false }
        for index in 0..<length where lexer.bytes[Int(token.start) + index] != keyword.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether this is the content of the token, a name or a string: GraphQL.js looks at nothing else where it
    /// tells reserved names apart.
    func hasContent(_ text: StaticString) -> Bool {
        if token.kind == .string || token.kind == .blockString { return lexer.content(of: token) == "\(text)" }
        return isKeyword(text)
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
