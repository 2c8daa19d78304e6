/// Source: GraphQL specification, section 2.2 "Document".
extension Parser {
    mutating func parseDocument() throws(SyntaxError) {
        repeat {
            document.definitions.append(try parseDefinition())
        } while token.kind != .endOfFile
    }

    private mutating func parseDefinition() throws(SyntaxError) -> Definition {
        if token.kind == .leftBrace { return try parseShorthandQuery() }
        let start = token.start
        let hasDescription = token.kind == .string || token.kind == .blockString
        let keyword = hasDescription ? try lookahead() : token
        if hasDescription, keyword.kind == .leftBrace {
            throw unexpectedDescription("descriptions are not supported on shorthand queries")
        }
        guard keyword.kind == .name else { throw unexpected(keyword) }
        if isDescribable(keyword) { return try parseDescribable(start, try parseDescription()) }
        if hasDescription { throw unexpectedDescription("only GraphQL definitions support descriptions") }
        guard isKeyword("extend") else { throw unexpected(token) }
        return try parseExtension(start)
    }

    private func isDescribable(_ keyword: Token) -> Bool {
        typeKind(keyword) != nil || operationKind(keyword) != nil || isKeyword("fragment", keyword)
            || isKeyword("directive", keyword) || isKeyword("schema", keyword)
    }

    /// Any definition but a shorthand query; the token is its keyword.
    private mutating func parseDescribable(
        _ start: Int32,
        _ description: Int32?
    ) throws(SyntaxError) -> Definition {
        if let kind = typeKind(token) { return try parseType(kind, start, description, isExtension: false) }
        if let kind = operationKind(token) { return try parseOperation(kind, start, description) }
        if isKeyword("fragment") { return try parseFragmentDefinition(start, description) }
        if isKeyword("directive") { return try parseDirectiveDefinition(start, description) }
        return try parseSchema(start, description, isExtension: false)
    }

    private mutating func parseShorthandQuery() throws(SyntaxError) -> Definition {
        let start = token.start
        let selectionSet = try parseSelectionSet()
        document.operations.append(
            OperationDefinition(
                description: nil,
                kind: .query,
                name: nil,
                variables: .empty,
                directives: .empty,
                selectionSet: selectionSet,
                selectionSetOffset: start,
                offset: start
            )
        )
        return .operation(document.operations.count - 1)
    }

    private mutating func parseExtension(_ start: Int32) throws(SyntaxError) -> Definition {
        let keyword = try lookahead()
        let kind = typeKind(keyword)
        guard kind != nil || isKeyword("schema", keyword) || isKeyword("directive", keyword) else {
            throw unexpected(keyword)
        }
        try advance()
        if let kind { return try parseType(kind, start, nil, isExtension: true) }
        if isKeyword("directive") { return try parseDirectiveExtension(start) }
        return try parseSchema(start, nil, isExtension: true)
    }

    /// The index of the description in ``Document/strings``, if there is one.
    mutating func parseDescription() throws(SyntaxError) -> Int32? {
        guard token.kind == .string || token.kind == .blockString else { return nil }
        return try parseString()
    }

    func operationKind(_ token: Token) -> OperationKind? {
        if isKeyword("query", token) { return .query }
        if isKeyword("mutation", token) { return .mutation }
        if isKeyword("subscription", token) { return .subscription }
        return nil
    }

    private func typeKind(_ token: Token) -> TypeKind? {
        if isKeyword("type", token) { return .object }
        if isKeyword("input", token) { return .inputObject }
        if isKeyword("enum", token) { return .enumeration }
        if isKeyword("interface", token) { return .interface }
        if isKeyword("union", token) { return .union }
        if isKeyword("scalar", token) { return .scalar }
        return nil
    }

    private func unexpectedDescription(_ reason: String) -> SyntaxError {
        failure("Unexpected description, \(reason).", at: token.start)
    }
}
