/// Source: GraphQL specification, section 2.2 "Document".
extension Parser {
    mutating func parseDocument() throws(SyntaxError) {
        repeat {
            document.definitions.append(try parseDefinition())
        } while token.kind != .endOfFile
    }

    private mutating func parseDefinition() throws(SyntaxError) -> Definition {
        let start = token.start
        let description = try parseDescription()
        if token.kind == .leftBrace { return try parseShorthandQuery(start, description) }
        if let kind = operationKind() { return try parseOperation(kind, start, description) }
        if isKeyword("fragment") { return try parseFragmentDefinition(start, description) }
        if isKeyword("schema") { return try parseSchema(start, description, isExtension: false) }
        if isKeyword("directive") { return try parseDirectiveDefinition(start, description) }
        if let kind = typeKind() { return try parseType(kind, start, description, isExtension: false) }
        guard token.kind == .name else { throw unexpected(token) }
        if description != nil { throw unexpectedDescription("only GraphQL definitions support descriptions", start) }
        guard isKeyword("extend") else { throw unexpected(token) }
        return try parseExtension(start)
    }

    private mutating func parseShorthandQuery(
        _ start: Int32,
        _ description: Int32?
    ) throws(SyntaxError) -> Definition {
        if description != nil {
            throw unexpectedDescription("descriptions are not supported on shorthand queries", start)
        }
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
        try advance()
        if isKeyword("schema") { return try parseSchema(start, nil, isExtension: true) }
        guard let kind = typeKind() else { throw unexpected(token) }
        return try parseType(kind, start, nil, isExtension: true)
    }

    /// The index of the description in ``Document/strings``, if there is one.
    mutating func parseDescription() throws(SyntaxError) -> Int32? {
        guard token.kind == .string || token.kind == .blockString else { return nil }
        return try parseString()
    }

    func operationKind() -> OperationKind? {
        if isKeyword("query") { return .query }
        if isKeyword("mutation") { return .mutation }
        if isKeyword("subscription") { return .subscription }
        return nil
    }

    private func typeKind() -> TypeKind? {
        if isKeyword("type") { return .object }
        if isKeyword("input") { return .inputObject }
        if isKeyword("enum") { return .enumeration }
        if isKeyword("interface") { return .interface }
        if isKeyword("union") { return .union }
        if isKeyword("scalar") { return .scalar }
        return nil
    }

    private func unexpectedDescription(_ reason: String, _ offset: Int32) -> SyntaxError {
        failure("Unexpected description, \(reason).", at: offset)
    }
}
