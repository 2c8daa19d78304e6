extension Printer {
    func value(_ index: Int32) -> String {
        value(document.values[Int(index)])
    }

    private func value(_ value: Value) -> String {
        switch value.kind {
        case .variable(let name): "$" + document.text(name)
        case .int(let range), .float(let range): number(range)
        case .string(let index): string(index)
        case .boolean(let truth): truth ? "true" : "false"
        case .null: "null"
        case .enumeration(let name): document.text(name)
        case .list(let range): list(range)
        case .object(let range): object(range)
        }
    }

    private func number(_ range: Range<Int32>) -> String {
        String(decoding: document.source.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }

    private func list(_ range: NodeRange) -> String {
        let items = range.indices.map { value(document.values[$0]) }
        let line = "[" + items.joined(separator: ", ") + "]"
        if line.utf16.count <= Printer.maximumLineLength { return line }
        return items.joined(separator: "\n").indented.wrapped("[\n", "\n]")
    }

    private func object(_ range: NodeRange) -> String {
        let fields = range.indices.map { index in
            let field = document.objectFields[index]
            return "\(document.text(field.name)): \(value(field.value))"
        }
        let line = "{ " + fields.joined(separator: ", ") + " }"
        return line.utf16.count <= Printer.maximumLineLength ? line : .block(fields)
    }

    func argument(_ argument: Argument) -> String {
        "\(document.text(argument.name)): \(value(argument.value))"
    }

    func directives(_ range: NodeRange) -> String {
        let items = range.indices.map { index in
            let directive = document.directives[index]
            let arguments = directive.arguments.indices.map { argument(document.arguments[$0]) }
            return "@" + document.text(directive.name) + arguments.joined(separator: ", ").wrapped("(", ")")
        }
        return items.joined(separator: " ")
    }

    func type(_ index: Int32) -> String {
        switch document.typeReferences[Int(index)].kind {
        case .named(let name): document.text(name)
        case .list(let item): "[\(type(item))]"
        case .nonNull(let nullable): "\(type(nullable))!"
        }
    }

    /// ` = …` if there is a default.
    func defaultValue(_ index: Int32?) -> String {
        index.map { " = " + value($0) } ?? ""
    }

    /// The description with the line break after it, if there is one.
    func description(_ index: Int32?) -> String {
        index.map { string($0) + "\n" } ?? ""
    }

    private func string(_ index: Int32) -> String {
        let string = document.strings[Int(index)]
        return string.isBlock ? BlockString.printed(string.text) : QuotedString.printed(string.text)
    }
}
