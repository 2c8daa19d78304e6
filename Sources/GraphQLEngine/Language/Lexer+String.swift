/// Source: GraphQL specification, section 2.10.4 "String Value".
extension Lexer {
    mutating func scanAnyString() throws(SyntaxError) -> Token {
        let isBlock = byte(at: position + 1) == UInt8(ascii: "\"") && byte(at: position + 2) == UInt8(ascii: "\"")
        return isBlock ? try scanBlockString() : try scanString()
    }

    /// What a string token stands for. A string with escapes must be the last one that was scanned.
    func content(of token: Token) -> String {
        if token.kind == .blockString {
            let raw = UnsafeBufferPointer(rebasing: bytes[(Int(token.start) + 3)..<(Int(token.end) - 3)])
            return BlockString.value(ofRaw: raw)
        }
        if let unescaped { return String(decoding: unescaped, as: UTF8.self) }
        return bytes.text((Int(token.start) + 1)..<(Int(token.end) - 1))
    }

    private mutating func scanString() throws(SyntaxError) -> Token {
        let start = position
        var chunkStart = start + 1
        unescaped = nil
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                unescaped?.append(contentsOf: bytes[chunkStart..<position])
                position += 1
                return token(.string, from: start)
            case UInt8(ascii: "\\"):
                unescaped = unescaped ?? []
                unescaped?.append(contentsOf: bytes[chunkStart..<position])
                let scalar = try scanEscape()
                unescaped?.append(contentsOf: String(scalar).utf8)
                chunkStart = position
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                throw failure("Unterminated string.", at: position)
            case 0..<0x80:
                position += 1
            default:
                try skipMultibyteSequence()
            }
        }
        throw failure("Unterminated string.", at: position)
    }

    private mutating func scanBlockString() throws(SyntaxError) -> Token {
        let start = position
        position += 3
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\"") where isTripleQuote(at: position):
                position += 3
                return token(.blockString, from: start)
            case UInt8(ascii: "\\") where isTripleQuote(at: position + 1):
                position += 4
            case 0..<0x80:
                position += 1
            default:
                try skipMultibyteSequence()
            }
        }
        throw failure("Unterminated string.", at: position)
    }

    private func isTripleQuote(at index: Int) -> Bool {
        byte(at: index) == UInt8(ascii: "\"") && byte(at: index + 1) == UInt8(ascii: "\"")
            && byte(at: index + 2) == UInt8(ascii: "\"")
    }

    private mutating func skipMultibyteSequence() throws(SyntaxError) {
        guard let length = bytes.multibyteSequenceLength(at: position) else { throw invalidByte(at: position) }
        position += length
    }
}
