extension Printer {
    mutating func writeOperation(_ operation: OperationDefinition) {
        writeDescription(operation.description)
        if !isShorthand(operation) {
            write(operation.kind.rawValue)
            if operation.name != nil || !operation.variables.isEmpty { write(" ") }
            if let name = operation.name { write(name) }
            writeVariables(operation.variables)
            writeDirectives(operation.directives)
            write(" ")
        }
        writeSelectionSet(operation.selectionSet)
    }

    private func isShorthand(_ operation: OperationDefinition) -> Bool {
        operation.kind == .query && operation.description == nil && operation.name == nil
            && operation.variables.isEmpty && operation.directives.isEmpty
    }

    /// Variables on one line, or one a line, not indented, as soon as one of them has several lines.
    private mutating func writeVariables(_ range: NodeRange) {
        if range.isEmpty { return }
        let isMultiline = range.indices.contains { index in
            let variable = document.variables[index]
            return hasLineBreak(variable.description, variable.defaultValue, variable.directives)
        }
        write(isMultiline ? "(\n" : "(")
        writeItems(range, separator: isMultiline ? "\n" : ", ") { $0.writeVariable($1) }
        write(isMultiline ? "\n)" : ")")
    }

    private mutating func writeVariable(_ index: Int) {
        let variable = document.variables[index]
        writeDescription(variable.description)
        write("$")
        write(variable.name)
        write(": ")
        writeType(variable.type)
        writeDefaultValue(variable.defaultValue)
        writeDirectives(variable.directives)
    }

    mutating func writeFragment(_ fragment: FragmentDefinition) {
        writeDescription(fragment.description)
        write("fragment ")
        write(fragment.name)
        if !fragment.variables.isEmpty {
            write("(")
            writeItems(fragment.variables) { $0.writeVariable($1) }
            write(")")
        }
        write(" on ")
        write(fragment.typeCondition)
        writeDirectives(fragment.directives)
        write(" ")
        writeSelectionSet(fragment.selectionSet)
    }

    /// The only function here that recurses: the heads of selections are kept out of its frame.
    private mutating func writeSelectionSet(_ range: NodeRange) {
        if range.isEmpty { return write("{}") }
        beginLines("{")
        for index in range.indices {
            writeLineBreak()
            writeSelectionHead(index)
            guard let selectionSet = document.selections[index].selectionSet else { continue }
            write(" ")
            writeSelectionSet(selectionSet)
        }
        endLines("}")
    }

    private mutating func writeSelectionHead(_ index: Int) {
        let selection = document.selections[index]
        var width = 0
        if selection.kind != .field {
            write(selection.kind == .inlineFragment && selection.name != nil ? "... on " : "...")
            width += 3
        }
        if let alias = selection.alias {
            write(alias)
            write(": ")
            width += columns(of: alias) + 2
        }
        if let name = selection.name {
            write(name)
            width += columns(of: name)
        }
        writeArguments(selection.arguments, after: width)
        writeDirectives(selection.directives)
    }

    /// The arguments of a field or spread, one a line if they do not fit after the columns that it begins with.
    private mutating func writeArguments(_ range: NodeRange, after width: Int) {
        if range.isEmpty { return }
        if isLong(arguments: range, after: width + 2) {
            return writeLines("(", range, ")") { $0.writeArgument($1) }
        }
        write("(")
        writeItems(range) { $0.writeArgument($1) }
        write(")")
    }
}
