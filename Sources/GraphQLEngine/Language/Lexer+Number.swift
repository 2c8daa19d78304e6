extension Lexer {
    /// Source: GraphQL specification, sections 2.10.1 "Int Value" and 2.10.2 "Float Value".
    mutating func scanNumber() throws(SyntaxError) -> Token {
        let start = position
        var kind = TokenKind.int
        if byte(at: position) == UInt8(ascii: "-") { position += 1 }
        try scanIntegerPart()
        if byte(at: position) == UInt8(ascii: ".") {
            kind = .float
            position += 1
            try scanDigits()
        }
        if byte(at: position) | 0x20 == UInt8(ascii: "e") {
            kind = .float
            position += 1
            let sign = byte(at: position)
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try scanDigits()
        }
        let following = byte(at: position)
        if following == UInt8(ascii: ".") || Lexer.isNameStart(following) { throw expectedDigit() }
        return token(kind, from: start)
    }

    private mutating func scanIntegerPart() throws(SyntaxError) {
        guard byte(at: position) == UInt8(ascii: "0") else { return try scanDigits() }
        position += 1
        if Lexer.isDigit(byte(at: position)) {
            let digit = printedCodePoint(at: position)
            throw failure("Invalid number, unexpected digit after 0: \(digit).", at: position)
        }
    }

    private mutating func scanDigits() throws(SyntaxError) {
        guard Lexer.isDigit(byte(at: position)) else { throw expectedDigit() }
        while Lexer.isDigit(byte(at: position)) { position += 1 }
    }

    private func expectedDigit() -> SyntaxError {
        failure("Invalid number, expected digit but got: \(printedCodePoint(at: position)).", at: position)
    }
}
