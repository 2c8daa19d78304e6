/// Source: GraphQL specification, sections 2.3 "Operations", 2.4 "Selection Sets" to 2.9 "Fragments".
extension Parser {
    mutating func parseOperation(
        _ kind: OperationKind,
        _ start: Int32,
        _ description: Int32?
    ) throws(SyntaxError) -> Definition {
        try advance()
        let name = token.kind == .name ? try parseName() : nil
        let variables = try parseVariableDefinitions()
        let directives = try parseDirectives(isConstant: false)
        let selectionSetOffset = token.start
        let selectionSet = try parseSelectionSet()
        document.operations.append(
            OperationDefinition(
                description: description,
                kind: kind,
                name: name,
                variables: variables,
                directives: directives,
                selectionSet: selectionSet,
                selectionSetOffset: selectionSetOffset,
                offset: start
            )
        )
        return .operation(document.operations.count - 1)
    }

    mutating func parseFragmentDefinition(
        _ start: Int32,
        _ description: Int32?
    ) throws(SyntaxError) -> Definition {
        try advance()
        let name = try parseFragmentName()
        let variables = options.allowsFragmentArguments ? try parseVariableDefinitions() : .empty
        try expectKeyword("on")
        let typeCondition = try parseName()
        let directives = try parseDirectives(isConstant: false)
        let selectionSetOffset = token.start
        let selectionSet = try parseSelectionSet()
        document.fragments.append(
            FragmentDefinition(
                description: description,
                name: name,
                variables: variables,
                typeCondition: typeCondition,
                directives: directives,
                selectionSet: selectionSet,
                selectionSetOffset: selectionSetOffset,
                offset: start
            )
        )
        return .fragment(document.fragments.count - 1)
    }

    private mutating func parseVariableDefinitions() throws(SyntaxError) -> NodeRange {
        guard try take(.leftParenthesis) else { return .empty }
        let start = document.variables.count
        repeat { try parseVariableDefinition() } while try !take(.rightParenthesis)
        return range(from: start, to: document.variables.count)
    }

    private mutating func parseVariableDefinition() throws(SyntaxError) {
        let description = try parseDescription()
        let start = token.start
        try expect(.dollar)
        let name = try parseName()
        try expect(.colon)
        let type = try parseTypeReference()
        let defaultValue = try take(.equals) ? try parseValueIndex(isConstant: true) : nil
        let directives = try parseDirectives(isConstant: true)
        document.variables.append(
            VariableDefinition(
                description: description,
                name: name,
                type: type,
                defaultValue: defaultValue,
                directives: directives,
                offset: start
            )
        )
    }

    /// The slice of ``Document/selections``; the token is the opening brace.
    ///
    /// Only this and the two functions after it recurse: what else a selection takes is kept out of their frames.
    mutating func parseSelectionSet() throws(SyntaxError) -> NodeRange {
        try enter()
        try expect(.leftBrace)
        let base = pendingSelections.count
        var isComplete = options.allowsEmptySelectionSets ? try take(.rightBrace) : false
        while !isComplete {
            if token.kind == .spread { try parseFragment() } else { try parseField() }
            isComplete = try take(.rightBrace)
        }
        leave()
        return keepSelections(from: base)
    }

    private mutating func parseField() throws(SyntaxError) {
        var field = try parseFieldWithoutSelections()
        if token.kind == .leftBrace { field.selectionSet = try parseSelectionSet() }
        pendingSelections.append(field)
    }

    /// A fragment spread or an inline fragment.
    private mutating func parseFragment() throws(SyntaxError) {
        var fragment = try parseFragmentWithoutSelections()
        if fragment.kind == .inlineFragment { fragment.selectionSet = try parseSelectionSet() }
        pendingSelections.append(fragment)
    }

    private mutating func keepSelections(from base: Int) -> NodeRange {
        let start = document.selections.count
        document.selections.append(contentsOf: pendingSelections[base...])
        pendingSelections.removeLast(pendingSelections.count - base)
        return range(from: start, to: document.selections.count)
    }

    private mutating func parseFieldWithoutSelections() throws(SyntaxError) -> Selection {
        let start = token.start
        let nameOrAlias = try parseName()
        let hasAlias = try take(.colon)
        let name = hasAlias ? try parseName() : nameOrAlias
        let arguments = try parseArguments(isConstant: false)
        let directives = try parseDirectives(isConstant: false)
        return Selection(
            kind: .field,
            alias: hasAlias ? nameOrAlias : nil,
            name: name,
            arguments: arguments,
            directives: directives,
            selectionSet: nil,
            selectionSetOffset: token.start,
            offset: start
        )
    }

    private mutating func parseFragmentWithoutSelections() throws(SyntaxError) -> Selection {
        let start = token.start
        try expect(.spread)
        let hasTypeCondition = try takeKeyword("on")
        let isSpread = !hasTypeCondition && token.kind == .name
        let name = hasTypeCondition || isSpread ? try parseName() : nil
        let hasArguments = isSpread && options.allowsFragmentArguments
        let arguments = hasArguments ? try parseArguments(isConstant: false) : .empty
        let directives = try parseDirectives(isConstant: false)
        return Selection(
            kind: isSpread ? .fragmentSpread : .inlineFragment,
            alias: nil,
            name: name,
            arguments: arguments,
            directives: directives,
            selectionSet: nil,
            selectionSetOffset: token.start,
            offset: start
        )
    }

    private mutating func parseFragmentName() throws(SyntaxError) -> Name {
        if hasContent("on") { throw unexpected(token) }
        return try parseName()
    }
}
