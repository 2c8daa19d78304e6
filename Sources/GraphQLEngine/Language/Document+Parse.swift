/// Source: GraphQL specification, section 2 "Language" and appendix B "Grammar Summary".
extension Document {
    /// Parses executable and type-system definitions.
    public static func parse(
        _ source: Source,
        limits: ParserLimits = ParserLimits()
    ) throws(SyntaxError) -> Document {
        try withParser(of: source, limits: limits) { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseDocument()
        }
    }

    /// Parses a single value, in which variables may occur; answers its index in ``values``.
    public static func parseValue(
        _ source: Source,
        limits: ParserLimits = ParserLimits()
    ) throws(SyntaxError) -> (document: Document, value: Int32) {
        var value: Int32 = 0
        let document = try withParser(of: source, limits: limits) { (parser: inout Parser) throws(SyntaxError) in
            value = try parser.parseValueIndex(isConstant: false)
        }
        return (document, value)
    }

    /// Parses a single value without variables; answers its index in ``values``.
    public static func parseConstValue(
        _ source: Source,
        limits: ParserLimits = ParserLimits()
    ) throws(SyntaxError) -> (document: Document, value: Int32) {
        var value: Int32 = 0
        let document = try withParser(of: source, limits: limits) { (parser: inout Parser) throws(SyntaxError) in
            value = try parser.parseValueIndex(isConstant: true)
        }
        return (document, value)
    }

    /// Parses a type reference such as `[Int!]!`; answers its index in ``typeReferences``.
    public static func parseType(
        _ source: Source,
        limits: ParserLimits = ParserLimits()
    ) throws(SyntaxError) -> (document: Document, type: Int32) {
        var type: Int32 = 0
        let document = try withParser(of: source, limits: limits) { (parser: inout Parser) throws(SyntaxError) in
            type = try parser.parseTypeReference()
        }
        return (document, type)
    }

    private static func withParser(
        of source: Source,
        limits: ParserLimits,
        _ parse: (inout Parser) throws(SyntaxError) -> Void
    ) throws(SyntaxError) -> Document {
        // Offsets are 32 bits wide.
        guard source.bytes.count < Int32.max else {
            throw SyntaxError("Document is longer than \(Int32.max) bytes.", at: 0, in: source)
        }
        return try source.bytes.withUnsafeBufferPointer { (bytes) throws(SyntaxError) -> Document in
            var parser = Parser(source: source, bytes: bytes, limits: limits)
            try parser.advance()
            try parse(&parser)
            return try parser.finish()
        }
    }
}
