extension Document {
    /// The document in the language's syntax, formatted as `print` of GraphQL.js 17 does: two columns per
    /// level, lists of arguments, items and object fields on lines of their own beyond 80 columns.
    public func printed() -> String {
        let printer = Printer(document: self)
        return .joining(definitions.map(printer.definition), "\n\n")
    }

    /// A single value, given by its index in ``values``.
    public func printedValue(_ index: Int32) -> String {
        Printer(document: self).value(index)
    }

    /// A single type reference, given by its index in ``typeReferences``.
    public func printedType(_ index: Int32) -> String {
        Printer(document: self).type(index)
    }
}

/// Writes nodes of a document from the leaves up, because a list is broken by the length of what is in it.
struct Printer {
    let document: Document

    static let maximumLineLength = 80

    func definition(_ definition: Definition) -> String {
        switch definition {
        case .operation(let index): operation(document.operations[index])
        case .fragment(let index): fragment(document.fragments[index])
        case .schema(let index): schema(document.schemas[index])
        case .type(let index): type(document.types[index])
        case .directive(let index): directiveDefinition(document.directiveDefinitions[index])
        }
    }

    private func operation(_ operation: OperationDefinition) -> String {
        let variables = operation.variables.indices.map { variableDefinition(document.variables[$0]) }
        let list =
            variables.contains(where: \.isMultiline)
            ? variables.joined(separator: "\n").wrapped("(\n", "\n)")
            : variables.joined(separator: ", ").wrapped("(", ")")
        let name = operation.name.map(document.text) ?? ""
        let heading = String.joining(
            [operation.kind.rawValue, name + list, directives(operation.directives)],
            " "
        )
        let prefix = description(operation.description) + heading
        return (prefix == "query" ? "" : prefix + " ") + selectionSet(operation.selectionSet)
    }

    private func variableDefinition(_ variable: VariableDefinition) -> String {
        description(variable.description) + "$\(document.text(variable.name)): \(type(variable.type))"
            + defaultValue(variable.defaultValue) + directives(variable.directives).wrapped(" ")
    }

    private func fragment(_ fragment: FragmentDefinition) -> String {
        description(fragment.description)
            + "fragment \(document.text(fragment.name)) on \(document.text(fragment.typeCondition)) "
            + directives(fragment.directives).wrapped("", " ") + selectionSet(fragment.selectionSet)
    }

    private func selectionSet(_ range: NodeRange) -> String {
        .block(range.indices.map { selection(document.selections[$0]) })
    }

    private func selection(_ selection: Selection) -> String {
        let name = selection.name.map(document.text) ?? ""
        let directives = directives(selection.directives)
        let selectionSet = selection.selectionSet.map(selectionSet) ?? ""
        switch selection.kind {
        case .field:
            let alias = selection.alias.map(document.text) ?? ""
            let field = alias.wrapped("", ": ") + name
            return .joining([field + arguments(selection.arguments, after: field), directives, selectionSet], " ")
        case .fragmentSpread:
            return .joining(["...\(name)", directives], " ")
        case .inlineFragment:
            return .joining(["...", name.wrapped("on "), directives, selectionSet], " ")
        }
    }

    /// The arguments of a field, one a line if they do not fit on the line that the field starts.
    private func arguments(_ range: NodeRange, after field: String) -> String {
        let items = range.indices.map { argument(document.arguments[$0]) }
        let line = items.joined(separator: ", ").wrapped("(", ")")
        if field.utf16.count + line.utf16.count <= Printer.maximumLineLength { return line }
        return items.joined(separator: "\n").indented.wrapped("(\n", "\n)")
    }
}
