/// How much room nodes take on one line.
///
/// GraphQL.js prints from the leaves up, and breaks a list if the text of its items has more than 80 UTF-16
/// code units, their own line breaks and indentation included. Such an inner break needs more than 80 itself,
/// so that the width without breaks gives the same answer. Measuring ends soon after 80, which keeps
/// printing linear however deep the values are.
extension Printer {
    static let maximumLineLength = 80

    func columns(of name: Name) -> Int {
        // Names are ASCII.
        document.symbols[Int(name.symbol)].utf8.count
    }

    /// Columns of arguments and the separators between them; any number above the maximum if they are more.
    func columnsOfArguments(_ range: NodeRange) -> Int {
        sum(range) { index in
            let argument = document.arguments[index]
            return columns(of: argument.name) + 2 + columns(ofValue: Int(argument.value))
        }
    }

    /// Columns of a value; any number above the maximum if they are more.
    func columns(ofValue index: Int) -> Int {
        switch document.values[index].kind {
        case .variable(let name): 1 + columns(of: name)
        case .int(let range), .float(let range): range.count
        case .string(let string): columns(ofString: document.strings[Int(string)])
        case .boolean(let truth): truth ? 4 : 5
        case .null: 4
        case .enumeration(let name): columns(of: name)
        case .list(let range): 2 + sum(range, columns(ofValue:))
        case .object(let range):
            4
                + sum(range) { index in
                    let field = document.objectFields[index]
                    return columns(of: field.name) + 2 + columns(ofValue: Int(field.value))
                }
        }
    }

    private func sum(_ range: NodeRange, _ columns: (Int) -> Int) -> Int {
        var total = max(0, 2 * (Int(range.count) - 1))
        for index in range.indices {
            if total > Printer.maximumLineLength { return total }
            total += columns(index)
        }
        return total
    }

    private func columns(ofString string: StringNode) -> Int {
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
            if columns(ofValue: index) > Printer.maximumLineLength { return true }
            return range.indices.contains { hasLineBreak(inValue: $0) }
        case .object(let range):
            if columns(ofValue: index) > Printer.maximumLineLength { return true }
            return document.objectFields[range.indices].contains { hasLineBreak(inValue: Int($0.value)) }
        }
    }
}
