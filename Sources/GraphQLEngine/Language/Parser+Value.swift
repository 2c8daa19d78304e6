/// Source: GraphQL specification, sections 2.6 "Arguments", 2.10 "Input Values" and 2.13 "Directives".
extension Parser {
    mutating func parseArguments(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        guard try take(.leftParenthesis) else { return .empty }
        let start = document.arguments.count
        repeat {
            let name = try parseNameAndColon()
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

    /// Only this and the functions for lists and objects recurse: the other values are kept out of their frames.
    private mutating func parseValue(isConstant: Bool) throws(SyntaxError) -> Value {
        let start = token.start
        switch token.kind {
        case .leftBracket: return Value(kind: .list(try parseList(isConstant: isConstant)), offset: start)
        case .leftBrace: return Value(kind: .object(try parseObject(isConstant: isConstant)), offset: start)
        default: return Value(kind: try parseLeafValue(isConstant: isConstant), offset: start)
        }
    }

    private mutating func parseLeafValue(isConstant: Bool) throws(SyntaxError) -> Value.Kind {
        let token = token
        switch token.kind {
        case .int, .float:
            try advance()
            return token.kind == .int ? .int(token.start..<token.end) : .float(token.start..<token.end)
        case .string, .blockString: return .string(try parseString())
        case .name: return try parseNamedValue()
        case .dollar: return .variable(try parseVariable(isConstant: isConstant))
        default: throw unexpected(token)
        }
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
        while try !take(.rightBracket) { pendingValues.append(try parseValue(isConstant: isConstant)) }
        leave()
        return keepValues(from: base)
    }

    private mutating func keepValues(from base: Int) -> NodeRange {
        let start = document.values.count
        document.values.append(contentsOf: pendingValues[base...])
        pendingValues.removeLast(pendingValues.count - base)
        return range(from: start, to: document.values.count)
    }

    private mutating func parseObject(isConstant: Bool) throws(SyntaxError) -> NodeRange {
        try enter()
        try advance()
        let base = pendingObjectFields.count
        while try !take(.rightBrace) {
            let name = try parseNameAndColon()
            let value = try parseValue(isConstant: isConstant)
            keepObjectField(name, value)
        }
        leave()
        return keepObjectFields(from: base)
    }

    private mutating func parseNameAndColon() throws(SyntaxError) -> Name {
        let name = try parseName()
        try expect(.colon)
        return name
    }

    private mutating func keepObjectField(_ name: Name, _ value: Value) {
        document.values.append(value)
        pendingObjectFields.append(ObjectField(name: name, value: Int32(document.values.count - 1)))
    }

    private mutating func keepObjectFields(from base: Int) -> NodeRange {
        let start = document.objectFields.count
        document.objectFields.append(contentsOf: pendingObjectFields[base...])
        pendingObjectFields.removeLast(pendingObjectFields.count - base)
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
