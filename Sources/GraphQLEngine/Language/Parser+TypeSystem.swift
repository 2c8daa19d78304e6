/// Source: GraphQL specification, sections 3.3 "Schema" to 3.12 "Input Objects".
extension Parser {
    /// A schema definition or extension; the token is `schema`.
    mutating func parseSchema(
        _ start: Int32,
        _ description: Int32?,
        isExtension: Bool
    ) throws(SyntaxError) -> Definition {
        try advance()
        let directives = try parseDirectives(isConstant: true)
        let operationTypes = try parseOperationTypes(isOptional: isExtension)
        if isExtension, directives.isEmpty, operationTypes.isEmpty { throw unexpected(token) }
        document.schemas.append(
            SchemaNode(
                description: description,
                isExtension: isExtension,
                directives: directives,
                operationTypes: operationTypes,
                offset: start
            )
        )
        return .schema(document.schemas.count - 1)
    }

    private mutating func parseOperationTypes(isOptional: Bool) throws(SyntaxError) -> NodeRange {
        if isOptional, token.kind != .leftBrace { return .empty }
        try expect(.leftBrace)
        let start = document.operationTypes.count
        repeat {
            let keyword = token
            let operation = operationKind(token)
            try expect(.name)
            guard let operation else { throw unexpected(keyword) }
            try expect(.colon)
            let type = try parseName()
            document.operationTypes.append(
                OperationTypeNode(operation: operation, type: type, offset: keyword.start)
            )
        } while try !take(.rightBrace)
        return range(from: start, to: document.operationTypes.count)
    }

    /// A definition or extension of a named type; the token is the keyword of its kind.
    mutating func parseType(
        _ kind: TypeKind,
        _ start: Int32,
        _ description: Int32?,
        isExtension: Bool
    ) throws(SyntaxError) -> Definition {
        try advance()
        let name = try parseName()
        let hasFields = kind == .object || kind == .interface
        let interfaces = hasFields ? try parseImplementedInterfaces() : .empty
        let directives = try parseDirectives(isConstant: true)
        let type = TypeNode(
            description: description,
            isExtension: isExtension,
            kind: kind,
            name: name,
            interfaces: interfaces,
            members: kind == .union ? try parseUnionMembers() : .empty,
            directives: directives,
            fields: hasFields ? try parseFields() : .empty,
            inputFields: kind == .inputObject ? try parseInputValues(.leftBrace, .rightBrace) : .empty,
            enumValues: kind == .enumeration ? try parseEnumValues() : .empty,
            offset: start
        )
        if isExtension, isBare(type) { throw unexpected(token) }
        document.types.append(type)
        return .type(document.types.count - 1)
    }

    /// Whether a type has a name only, which an extension may not.
    private func isBare(_ type: TypeNode) -> Bool {
        type.interfaces.isEmpty && type.members.isEmpty && type.directives.isEmpty && type.fields.isEmpty
            && type.inputFields.isEmpty && type.enumValues.isEmpty
    }

    private mutating func parseImplementedInterfaces() throws(SyntaxError) -> NodeRange {
        guard try takeKeyword("implements") else { return .empty }
        return try parseNames(separatedBy: .ampersand)
    }

    private mutating func parseUnionMembers() throws(SyntaxError) -> NodeRange {
        guard try take(.equals) else { return .empty }
        return try parseNames(separatedBy: .verticalBar)
    }

    /// One name or more; a separator may stand before the first.
    private mutating func parseNames(separatedBy separator: TokenKind) throws(SyntaxError) -> NodeRange {
        _ = try take(separator)
        let start = document.names.count
        repeat { document.names.append(try parseName()) } while try take(separator)
        return range(from: start, to: document.names.count)
    }

    private mutating func parseFields() throws(SyntaxError) -> NodeRange {
        guard try take(.leftBrace) else { return .empty }
        let start = document.fields.count
        repeat { try parseFieldDefinition() } while try !take(.rightBrace)
        return range(from: start, to: document.fields.count)
    }

    private mutating func parseFieldDefinition() throws(SyntaxError) {
        let start = token.start
        let description = try parseDescription()
        let name = try parseName()
        let arguments = try parseInputValues(.leftParenthesis, .rightParenthesis)
        try expect(.colon)
        let type = try parseTypeReference()
        let directives = try parseDirectives(isConstant: true)
        document.fields.append(
            FieldNode(
                description: description,
                name: name,
                arguments: arguments,
                type: type,
                directives: directives,
                offset: start
            )
        )
    }

    /// The arguments of a field or directive, or the fields of an input object.
    private mutating func parseInputValues(
        _ opening: TokenKind,
        _ closing: TokenKind
    ) throws(SyntaxError) -> NodeRange {
        guard try take(opening) else { return .empty }
        let start = document.inputValues.count
        repeat { try parseInputValueDefinition() } while try !take(closing)
        return range(from: start, to: document.inputValues.count)
    }

    private mutating func parseInputValueDefinition() throws(SyntaxError) {
        let start = token.start
        let description = try parseDescription()
        let name = try parseName()
        try expect(.colon)
        let type = try parseTypeReference()
        let defaultValue = try take(.equals) ? try parseValueIndex(isConstant: true) : nil
        let directives = try parseDirectives(isConstant: true)
        document.inputValues.append(
            InputValueNode(
                description: description,
                name: name,
                type: type,
                defaultValue: defaultValue,
                directives: directives,
                offset: start
            )
        )
    }

    private mutating func parseEnumValues() throws(SyntaxError) -> NodeRange {
        guard try take(.leftBrace) else { return .empty }
        let start = document.enumValues.count
        repeat {
            let offset = token.start
            let description = try parseDescription()
            let name = try parseEnumValueName()
            let directives = try parseDirectives(isConstant: true)
            document.enumValues.append(
                EnumValueNode(description: description, name: name, directives: directives, offset: offset)
            )
        } while try !take(.rightBrace)
        return range(from: start, to: document.enumValues.count)
    }

    private mutating func parseEnumValueName() throws(SyntaxError) -> Name {
        if hasContent("true") || hasContent("false") || hasContent("null") {
            let name = lexer.printedToken(token)
            throw failure("\(name) is reserved and cannot be used for an enum value.", at: token.start)
        }
        return try parseName()
    }

    /// A directive definition; the token is `directive`.
    mutating func parseDirectiveDefinition(
        _ start: Int32,
        _ description: Int32?
    ) throws(SyntaxError) -> Definition {
        try advance()
        try expect(.at)
        let name = try parseName()
        let arguments = try parseInputValues(.leftParenthesis, .rightParenthesis)
        let directives = try parseDirectives(isConstant: true)
        let isRepeatable = try takeKeyword("repeatable")
        try expectKeyword("on")
        document.directiveDefinitions.append(
            DirectiveNode(
                description: description,
                isExtension: false,
                name: name,
                arguments: arguments,
                directives: directives,
                isRepeatable: isRepeatable,
                locations: try parseDirectiveLocations(),
                offset: start
            )
        )
        return .directive(document.directiveDefinitions.count - 1)
    }

    /// An extension of a directive definition; the token is `directive`.
    mutating func parseDirectiveExtension(_ start: Int32) throws(SyntaxError) -> Definition {
        try advance()
        try expect(.at)
        let name = try parseName()
        let directives = try parseDirectives(isConstant: true)
        if directives.isEmpty { throw unexpected(token) }
        document.directiveDefinitions.append(
            DirectiveNode(
                description: nil,
                isExtension: true,
                name: name,
                arguments: .empty,
                directives: directives,
                isRepeatable: false,
                locations: .empty,
                offset: start
            )
        )
        return .directive(document.directiveDefinitions.count - 1)
    }

    private mutating func parseDirectiveLocations() throws(SyntaxError) -> NodeRange {
        _ = try take(.verticalBar)
        let start = document.names.count
        repeat {
            let location = token
            let name = try parseName()
            let text = lexer.bytes.text(Int(location.start)..<Int(location.end))
            guard DirectiveLocation(rawValue: text) != nil else { throw unexpected(location) }
            document.names.append(name)
        } while try take(.verticalBar)
        return range(from: start, to: document.names.count)
    }
}
