/// Source: GraphQL specification, sections 2.6 "Arguments", 2.10 "Input Values" and 2.13 "Directives".
extension Parser {
    mutating func parseArguments(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        guard try take(.leftParenthesis) else { return .empty }
        let start = document.arguments.count
        repeat {
            let name = try parseName()
            try expect(.colon)
            let value = try parseValueIndex(isConstant: isConstant)
            document.arguments.append(Argument(name: name, value: value))
        } while try !take(.rightParenthesis)
        return range(from: start, to: document.arguments.count)
    }

    mutating func parseDirectives(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        let start = document.directives.count
        while token.kind == .at {
            let offset = token.start
            try advance()
            let name = try parseName()
            let arguments = try parseArguments(isConstant: isConstant)
            document.directives.append(Directive(name: name, arguments: arguments, offset: offset))
        }
        return range(from: start, to: document.directives.count)
    }

    /// The index of the value in ``Document/values``.
    mutating func parseValueIndex(isConstant: Bool) throws(SyntaxError) -> Int32 {
        document.values.append(try parseValue(isConstant: isConstant))
        return Int32(document.values.count - 1)
    }

    private mutating func parseValue(isConstant: Bool) throws(SyntaxError) -> Value {
        let token = token
        let kind: Value.Kind
        switch token.kind {
        case .leftBracket: kind = .list(try parseList(isConstant: isConstant))
        case .leftBrace: kind = .object(try parseObject(isConstant: isConstant))
        case .int, .float:
            try advance()
            kind = token.kind == .int ? .int(token.start..<token.end) : .float(token.start..<token.end)
        case .string, .blockString: kind = .string(try parseString())
        case .name: kind = try parseNamedValue()
        case .dollar: kind = .variable(try parseVariable(isConstant: isConstant))
        default: throw unexpected(token)
        }
        return Value(kind: kind, offset: token.start)
    }

    private mutating func parseNamedValue() throws(SyntaxError) -> Value.Kind {
        if try takeKeyword("true") { return .boolean(true) }
        if try takeKeyword("false") { return .boolean(false) }
        if try takeKeyword("null") { return .null }
        return .enumeration(try parseName())
    }

    private mutating func parseVariable(isConstant: Bool) throws(SyntaxError) -> Name {
        let dollar = token
        try advance()
        guard isConstant else { return try parseName() }
        guard token.kind == .name else { throw unexpected(dollar) }
        let name = lexer.bytes.text(Int(token.start)..<Int(token.end))
        throw failure("Unexpected variable \"$\(name)\" in constant value.", at: dollar.start)
    }

    private mutating func parseList(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        try enter()
        try advance()
        let base = pendingValues.count
        while try !take(.rightBracket) {
            let value = try parseValue(isConstant: isConstant)
            pendingValues.append(value)
        }
        leave()
        let start = document.values.count
        document.values.append(contentsOf: pendingValues[base...])
        pendingValues.removeSubrange(base...)
        return range(from: start, to: document.values.count)
    }

    private mutating func parseObject(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        try enter()
        try advance()
        let base = pendingObjectFields.count
        while try !take(.rightBrace) {
            let name = try parseName()
            try expect(.colon)
            let value = try parseValueIndex(isConstant: isConstant)
            pendingObjectFields.append(ObjectField(name: name, value: value))
        }
        leave()
        let start = document.objectFields.count
        document.objectFields.append(contentsOf: pendingObjectFields[base...])
        pendingObjectFields.removeSubrange(base...)
        return range(from: start, to: document.objectFields.count)
    }

    /// The index of the string in ``Document/strings``.
    mutating func parseString() throws(SyntaxError) -> Int32 {
        let text = lexer.content(of: token)
        let isBlock = token.kind == .blockString
        document.strings.append(StringNode(text: text, isBlock: isBlock, offset: token.start))
        try advance()
        return Int32(document.strings.count - 1)
    }
}
