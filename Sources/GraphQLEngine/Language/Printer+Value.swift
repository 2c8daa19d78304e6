extension Printer {
    mutating func writeValue(_ index: Int32) {
        writeValue(Int(index))
    }

    /// The only function here that recurses: values without others in them are kept out of its frame.
    private mutating func writeValue(_ index: Int) {
        switch document.values[index].kind {
        case .list(let range):
            let isLong = beginValue(index, "[", "[")
            for item in range.indices {
                separate(isFirst: item == range.start, isLong: isLong)
                writeValue(item)
            }
            endValue("]", "]", isLong: isLong)
        case .object(let range):
            let isLong = beginValue(index, "{ ", "{")
            for field in range.indices {
                separate(isFirst: field == range.start, isLong: isLong)
                write(document.objectFields[field].name)
                write(": ")
                writeValue(Int(document.objectFields[field].value))
            }
            endValue(" }", "}", isLong: isLong)
        default: writeLeafValue(index)
        }
    }

    private mutating func beginValue(_ index: Int, _ opening: String, _ longOpening: String) -> Bool {
        let isLong = isLong(value: index)
        if isLong { beginLines(longOpening) } else { write(opening) }
        return isLong
    }

    private mutating func separate(isFirst: Bool, isLong: Bool) {
        if isLong { writeLineBreak() } else if !isFirst { write(", ") }
    }

    private mutating func endValue(_ closing: String, _ longClosing: String, isLong: Bool) {
        if isLong { endLines(longClosing) } else { write(closing) }
    }

    private mutating func writeLeafValue(_ index: Int) {
        switch document.values[index].kind {
        case .variable(let name):
            write("$")
            write(name)
        case .int(let range), .float(let range): write(sourceText: range)
        case .string(let string): writeString(string)
        case .boolean(let truth): write(truth ? "true" : "false")
        case .null: write("null")
        case .enumeration(let name): write(name)
        case .list, .object: break
        }
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
