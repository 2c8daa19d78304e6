/// Source: GraphQL specification, section 2 "Language" and appendix B "Grammar Summary".
extension Document {
    /// Parses executable and type-system definitions.
    public static func parse(
        _ source: Source,
        options: ParserOptions = ParserOptions()
    ) throws(SyntaxError) -> Document {
        try withParser(of: source, options: options) { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseDocument()
        }
    }

    /// Parses a single value, in which variables may occur; answers its index in ``values``.
    public static func parseValue(
        _ source: Source,
        options: ParserOptions = ParserOptions()
    ) throws(SyntaxError) -> (document: Document, value: Int32) {
        var value: Int32 = 0
        let document = try withParser(of: source, options: options) { (parser: inout Parser) throws(SyntaxError) in
            value = try parser.parseValueIndex(isConstant: false)
        }
        return (document, value)
    }

    /// Parses a single value without variables; answers its index in ``values``.
    public static func parseConstValue(
        _ source: Source,
        options: ParserOptions = ParserOptions()
    ) throws(SyntaxError) -> (document: Document, value: Int32) {
        var value: Int32 = 0
        let document = try withParser(of: source, options: options) { (parser: inout Parser) throws(SyntaxError) in
            value = try parser.parseValueIndex(isConstant: true)
        }
        return (document, value)
    }

    /// Parses a type reference such as `[Int!]!`; answers its index in ``typeReferences``.
    public static func parseType(
        _ source: Source,
        options: ParserOptions = ParserOptions()
    ) throws(SyntaxError) -> (document: Document, type: Int32) {
        var type: Int32 = 0
        let document = try withParser(of: source, options: options) { (parser: inout Parser) throws(SyntaxError) in
            type = try parser.parseTypeReference()
        }
        return (document, type)
    }

    private static func withParser(
        of source: Source,
        options: ParserOptions,
        _ parse: (inout Parser) throws(SyntaxError) -> Void
    ) throws(SyntaxError) -> Document {
        // Offsets are 32 bits wide.
        guard source.bytes.count < Int32.max else {
            throw SyntaxError("Document is longer than \(Int32.max) bytes.", at: 0, in: source)
        }
        return try source.bytes.withUnsafeBufferPointer { (bytes) throws(SyntaxError) -> Document in
            try checkLength(of: source, options)
            var parser = Parser(source: source, bytes: bytes, options: options)
            try parser.advance()
            try parse(&parser)
            return try parser.finish()
        }
    }

    private static func checkLength(of source: Source, _ options: ParserOptions) throws(SyntaxError) {
        guard let maximum = options.maximumSourceLength, source.bytes.count > maximum else { return }
        let starts = source.bytes.indices.lazy.filter { source.bytes[$0] & 0xC0 != 0x80 }
        guard let excess = starts.dropFirst(max(0, maximum)).first else { return }
        let description = "Source contains more than \(maximum) code points. Parsing aborted."
        throw SyntaxError(description, at: excess, in: source)
    }
}
