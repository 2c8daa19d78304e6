extension Lexer {
    func failure(_ description: String, at offset: Int) -> SyntaxError {
        SyntaxError(description, at: offset, in: source)
    }

    func unexpectedCharacter(at index: Int) -> SyntaxError {
        if bytes[index] == UInt8(ascii: "'") {
            let hint = "did you mean to use a double quote (\")?"
            return failure("Unexpected single quote character ('), \(hint)", at: index)
        }
        if bytes[index] >= 0x80, bytes.multibyteSequenceLength(at: index) == nil {
            return invalidByte(at: index)
        }
        return failure("Unexpected character: \(printedCodePoint(at: index)).", at: index)
    }

    func invalidByte(at index: Int) -> SyntaxError {
        let byte = String(bytes[index], radix: 16, uppercase: true)
        return failure("Invalid UTF-8 byte: 0x\(byte).", at: index)
    }

    /// The character at an index as messages write it: `"a"`, `'"'`, `U+00E9` or `<EOF>`.
    func printedCodePoint(at index: Int) -> String {
        guard index < bytes.count else { return TokenKind.endOfFile.description }
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") { return "'\"'" }
        if (0x20...0x7E).contains(byte) { return "\"\(Unicode.Scalar(byte))\"" }
        let length = byte < 0x80 ? 1 : bytes.multibyteSequenceLength(at: index) ?? 1
        let scalar = bytes.text(index..<(index + length)).unicodeScalars.first?.value ?? 0
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The token as messages write it: its kind, and its content if it has one. Any token, not only the last.
    func printedToken(_ token: Token) -> String {
        switch token.kind {
        case .name, .int, .float:
            "\(token.kind.description) \"\(bytes.text(Int(token.start)..<Int(token.end)))\""
        case .string, .blockString:
            "\(token.kind.description) \"\(contentScannedAgain(token))\""
        default:
            token.kind.description
        }
    }

    private func contentScannedAgain(_ token: Token) -> String {
        var lexer = self
        lexer.position = Int(token.start)
        return (try? lexer.scanAnyString()).map(lexer.content(of:)) ?? ""
    }
}
