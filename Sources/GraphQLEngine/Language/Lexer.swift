/// Splits the bytes of a source into tokens; white space, commas, comments and byte order marks are skipped.
///
/// The lexer reads each byte once and allocates nothing but for the errors and for strings with escapes.
///
/// Source: GraphQL specification, section 2.1 "Source Text".
struct Lexer {
    let source: Source
    /// The bytes of ``source``; the owner of the lexer keeps them alive.
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    /// Content of the last string token if it has escapes.
    var unescaped: [UInt8]?
    var budget: TokenBudget

    init(source: Source, bytes: UnsafeBufferPointer<UInt8>, options: ParserOptions = ParserOptions()) {
        self.source = source
        self.bytes = bytes
        budget = TokenBudget(options)
    }

    mutating func next() throws(SyntaxError) -> Token {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                return scanName()
            case UInt8(ascii: "!"): return punctuator(.exclamationMark)
            case UInt8(ascii: "$"): return punctuator(.dollar)
            case UInt8(ascii: "&"): return punctuator(.ampersand)
            case UInt8(ascii: "("): return punctuator(.leftParenthesis)
            case UInt8(ascii: ")"): return punctuator(.rightParenthesis)
            case UInt8(ascii: ":"): return punctuator(.colon)
            case UInt8(ascii: "="): return punctuator(.equals)
            case UInt8(ascii: "@"): return punctuator(.at)
            case UInt8(ascii: "["): return punctuator(.leftBracket)
            case UInt8(ascii: "]"): return punctuator(.rightBracket)
            case UInt8(ascii: "{"): return punctuator(.leftBrace)
            case UInt8(ascii: "|"): return punctuator(.verticalBar)
            case UInt8(ascii: "}"): return punctuator(.rightBrace)
            case UInt8(ascii: "."): return try scanSpread()
            case UInt8(ascii: "\""): return try scanAnyString()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try scanNumber()
            case UInt8(ascii: "#"): try skipComment()
            case 0xEF where isByteOrderMark(at: position): position += 3
            default: throw unexpectedCharacter(at: position)
            }
        }
        return Token(kind: .endOfFile, start: Int32(position), end: Int32(position))
    }

    /// The byte at an index, 0 past the end; 0 occurs in no token that is told apart by the byte after it.
    func byte(at index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    func token(_ kind: TokenKind, from start: Int) -> Token {
        Token(kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position))
    }

    private mutating func punctuator(_ kind: TokenKind) -> Token {
        position += 1
        return token(kind, from: position - 1)
    }

    mutating func scanName() -> Token {
        let start = position
        var index = start + 1
        while index < bytes.count, Lexer.isNameContinue(bytes[index]) { index += 1 }
        position = index
        return token(.name, from: start)
    }

    private mutating func scanSpread() throws(SyntaxError) -> Token {
        let start = position
        if byte(at: start + 1) == UInt8(ascii: ".") {
            guard byte(at: start + 2) == UInt8(ascii: ".") else {
                throw failure("Unexpected \"..\", did you mean \"...\"?", at: start)
            }
            position += 3
            return token(.spread, from: start)
        }
        guard Lexer.isDigit(byte(at: start + 1)) else { throw unexpectedCharacter(at: start) }
        let digits = bytes[(start + 1)...].prefix(while: Lexer.isDigit)
        let text = bytes.text(digits.startIndex..<digits.endIndex)
        throw failure("Invalid number, expected digit before \".\", did you mean \"0.\(text)\"?", at: start)
    }

    private mutating func skipComment() throws(SyntaxError) {
        if budget.isLimited, let excess = budget.countComment() { throw failure(excess, at: position) }
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return }
            if byte < 0x80 {
                position += 1
            } else {
                guard let length = bytes.multibyteSequenceLength(at: position) else {
                    throw unexpectedCharacter(at: position)
                }
                position += length
            }
        }
    }

    private func isByteOrderMark(at index: Int) -> Bool {
        byte(at: index + 1) == 0xBB && byte(at: index + 2) == 0xBF
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }

    static func isNameContinue(_ byte: UInt8) -> Bool {
        isNameStart(byte) || isDigit(byte)
    }
}
