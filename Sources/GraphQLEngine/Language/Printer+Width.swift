/// How much room nodes take on one line.
///
/// GraphQL.js prints from the leaves up, and breaks a list if the text of its items has more than 80 UTF-16
/// code units, their own line breaks and indentation included. Such an inner break needs more than 80 itself,
/// so that the width without breaks gives the same answer. Measuring ends as soon as there are more, which
/// keeps printing linear however deep and long the values are.
extension Printer {
    static let maximumLineLength = 80

    func columns(of name: Name) -> Int {
        // Names are ASCII.
        document.symbols[Int(name.symbol)].utf8.count
    }

    /// Whether a list or object is too long for one line.
    func isLong(value index: Int) -> Bool {
        var columns = 0
        measure(value: index, &columns)
        return columns > Printer.maximumLineLength
    }

    /// Whether arguments and the separators between them are too long for a line with columns in use.
    func isLong(arguments range: NodeRange, after columns: Int) -> Bool {
        var columns = columns + 2 * (Int(range.count) - 1)
        for argument in document.arguments[range.indices] where columns <= Printer.maximumLineLength {
            columns += self.columns(of: argument.name) + 2
            measure(value: Int(argument.value), &columns)
        }
        return columns > Printer.maximumLineLength
    }

    /// Adds the columns of a value, or as many as are needed to exceed the maximum.
    private func measure(value index: Int, _ columns: inout Int) {
        switch document.values[index].kind {
        case .variable(let name): columns += 1 + self.columns(of: name)
        case .int(let range), .float(let range): columns += range.count
        case .string(let string): columns += self.columns(of: document.strings[Int(string)])
        case .boolean(let truth): columns += truth ? 4 : 5
        case .null: columns += 4
        case .enumeration(let name): columns += self.columns(of: name)
        case .list(let range):
            columns += 2 + max(0, 2 * (Int(range.count) - 1))
            for item in range.indices where columns <= Printer.maximumLineLength { measure(value: item, &columns) }
        case .object(let range):
            columns += 4 + max(0, 2 * (Int(range.count) - 1))
            for index in range.indices where columns <= Printer.maximumLineLength {
                columns += self.columns(of: document.objectFields[index].name) + 2
                measure(value: Int(document.objectFields[index].value), &columns)
            }
        }
    }

    private func columns(of string: StringNode) -> Int {
        // No UTF-16 code unit takes more than three bytes.
        let bytes = string.text.utf8.count
        if bytes > 3 * Printer.maximumLineLength { return bytes / 3 + 1 }
        return literal(of: string).utf16.count
    }

    private func literal(of string: StringNode) -> String {
        string.isBlock ? BlockString.printed(string.text) : QuotedString.printed(string.text)
    }

    /// Whether a definition with these parts takes several lines.
    func hasLineBreak(_ description: Int32?, _ defaultValue: Int32?, _ directives: NodeRange) -> Bool {
        if description != nil { return true }
        if let defaultValue, hasLineBreak(inValue: Int(defaultValue)) { return true }
        return document.directives[directives.indices].contains { directive in
            document.arguments[directive.arguments.indices].contains { hasLineBreak(inValue: Int($0.value)) }
        }
    }

    private func hasLineBreak(inValue index: Int) -> Bool {
        switch document.values[index].kind {
        case .variable, .int, .float, .boolean, .null, .enumeration: return false
        case .string(let string):
            let string = document.strings[Int(string)]
            return string.isBlock && literal(of: string).utf8.contains(UInt8(ascii: "\n"))
        case .list(let range):
            return isLong(value: index) || range.indices.contains { hasLineBreak(inValue: $0) }
        case .object(let range):
            return isLong(value: index)
                || document.objectFields[range.indices].contains { hasLineBreak(inValue: Int($0.value)) }
        }
    }
}
