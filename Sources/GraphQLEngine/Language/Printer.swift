extension Document {
    /// The document in the language's syntax, formatted as `print` of GraphQL.js 17 does: two columns per
    /// level, lists of arguments, items and object fields on lines of their own beyond 80 columns. There is
    /// no line break at the end.
    public func printed() -> String {
        var printer = Printer(document: self)
        for (index, definition) in definitions.enumerated() {
            if index > 0 { printer.write("\n\n") }
            printer.write(definition)
        }
        return printer.text
    }

    /// A single value, given by its index in ``values``.
    public func printedValue(_ index: Int32) -> String {
        var printer = Printer(document: self)
        printer.writeValue(index)
        return printer.text
    }

    /// A single type reference, given by its index in ``typeReferences``.
    public func printedType(_ index: Int32) -> String {
        var printer = Printer(document: self)
        printer.writeType(index)
        return printer.text
    }
}

/// Writes nodes of a document one after the other. Where a list is broken by the length of what is in it,
/// that is measured first.
struct Printer {
    let document: Document
    private var output: [UInt8] = []
    /// Columns before the first character of a line.
    private var indentation = 0

    init(document: Document) {
        self.document = document
    }

    var text: String {
        String(decoding: output, as: UTF8.self)
    }

    mutating func write(_ definition: Definition) {
        switch definition {
        case .operation(let index): writeOperation(document.operations[index])
        case .fragment(let index): writeFragment(document.fragments[index])
        case .schema(let index): writeSchema(document.schemas[index])
        case .type(let index): writeTypeDefinition(document.types[index])
        case .directive(let index): writeDirectiveDefinition(document.directiveDefinitions[index])
        }
    }
}

// MARK: - Text and lists

extension Printer {
    mutating func write(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    mutating func write(_ name: Name) {
        output.append(contentsOf: document.symbols[Int(name.symbol)].utf8)
    }

    mutating func write(sourceText range: Range<Int32>) {
        output.append(contentsOf: document.source.bytes[Int(range.lowerBound)..<Int(range.upperBound)])
    }

    /// A text whose lines, empty ones too, are moved to the current indentation.
    mutating func write(lines text: String) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { writeLineBreak() } else { output.append(byte) }
        }
    }

    mutating func writeLineBreak() {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    /// Items on one line.
    mutating func writeItems(
        _ range: NodeRange,
        separator: String = ", ",
        _ writeItem: (inout Printer, Int) -> Void
    ) {
        for index in range.indices {
            if index > range.start { write(separator) }
            writeItem(&self, index)
        }
    }

    /// Items on indented lines of their own, between an opening and a closing text.
    mutating func writeLines(
        _ opening: String,
        _ range: NodeRange,
        _ closing: String,
        _ writeItem: (inout Printer, Int) -> Void
    ) {
        beginLines(opening)
        for index in range.indices {
            writeLineBreak()
            writeItem(&self, index)
        }
        endLines(closing)
    }

    mutating func beginLines(_ opening: String) {
        write(opening)
        indentation += 2
    }

    mutating func endLines(_ closing: String) {
        indentation -= 2
        writeLineBreak()
        write(closing)
    }
}
