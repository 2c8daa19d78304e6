extension Source {
    /// The text without what a parser ignores: white space, line ends, commas, comments, byte order marks and
    /// the indentation of block strings. A space stays where two tokens would run together.
    ///
    /// The source is only split into tokens: it need not be a document.
    ///
    /// Source: GraphQL specification, section 2.1.7 "Ignored Tokens".
    public func strippingIgnoredCharacters() throws(SyntaxError) -> String {
        guard bytes.count < Int32.max else {
            throw SyntaxError("Document is longer than \(Int32.max) bytes.", at: 0, in: self)
        }
        return try bytes.withUnsafeBufferPointer { (bytes) throws(SyntaxError) -> String in
            try Source.stripped(Lexer(source: self, bytes: bytes))
        }
    }

    private static func stripped(_ lexer: consuming Lexer) throws(SyntaxError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(lexer.bytes.count)
        var followsWord = false
        while true {
            let token = try lexer.next()
            if token.kind == .endOfFile { return String(decoding: text, as: UTF8.self) }
            // A number before three dots would be taken for a float.
            if followsWord, !token.kind.isPunctuator || token.kind == .spread { text.append(UInt8(ascii: " ")) }
            if token.kind == .blockString {
                text.append(contentsOf: BlockString.printed(lexer.content(of: token), isMinimal: true).utf8)
            } else {
                text.append(contentsOf: lexer.bytes[Int(token.start)..<Int(token.end)])
            }
            followsWord = !token.kind.isPunctuator
        }
    }
}
