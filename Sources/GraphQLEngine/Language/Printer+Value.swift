extension Printer {
    mutating func writeValue(_ index: Int32) {
        writeValue(Int(index))
    }

    private mutating func writeValue(_ index: Int) {
        switch document.values[index].kind {
        case .variable(let name):
            write("$")
            write(name)
        case .int(let range), .float(let range): write(sourceText: range)
        case .string(let string): writeString(string)
        case .boolean(let truth): write(truth ? "true" : "false")
        case .null: write("null")
        case .enumeration(let name): write(name)
        case .list(let range): writeList(range, isLong: columns(ofValue: index) > Printer.maximumLineLength)
        case .object(let range): writeObject(range, isLong: columns(ofValue: index) > Printer.maximumLineLength)
        }
    }

    private mutating func writeList(_ range: NodeRange, isLong: Bool) {
        if isLong { return writeLines("[", range, "]") { $0.writeValue($1) } }
        write("[")
        writeItems(range) { $0.writeValue($1) }
        write("]")
    }

    private mutating func writeObject(_ range: NodeRange, isLong: Bool) {
        if isLong { return writeLines("{", range, "}") { $0.writeObjectField($1) } }
        write("{ ")
        writeItems(range) { $0.writeObjectField($1) }
        write(" }")
    }

    private mutating func writeObjectField(_ index: Int) {
        let field = document.objectFields[index]
        write(field.name)
        write(": ")
        writeValue(field.value)
    }

    mutating func writeArgument(_ index: Int) {
        let argument = document.arguments[index]
        write(argument.name)
        write(": ")
        writeValue(argument.value)
    }

    /// The directives, each after a space.
    mutating func writeDirectives(_ range: NodeRange) {
        for directive in document.directives[range.indices] {
            write(" @")
            write(directive.name)
            if directive.arguments.isEmpty { continue }
            write("(")
            writeItems(directive.arguments) { $0.writeArgument($1) }
            write(")")
        }
    }

    mutating func writeType(_ index: Int32) {
        switch document.typeReferences[Int(index)].kind {
        case .named(let name): write(name)
        case .list(let item):
            write("[")
            writeType(item)
            write("]")
        case .nonNull(let nullable):
            writeType(nullable)
            write("!")
        }
    }

    /// ` = …` if there is a default.
    mutating func writeDefaultValue(_ index: Int32?) {
        guard let index else { return }
        write(" = ")
        writeValue(index)
    }

    /// The description and the line break after it, if there is one.
    mutating func writeDescription(_ index: Int32?) {
        guard let index else { return }
        writeString(index)
        writeLineBreak()
    }

    private mutating func writeString(_ index: Int32) {
        let string = document.strings[Int(index)]
        if string.isBlock {
            write(lines: BlockString.printed(string.text))
        } else {
            write(QuotedString.printed(string.text))
        }
    }
}
