/// A fragment spread as messages show it: its name with its arguments, or with dots where these are long.
enum SpreadText {
    private static let greatestLength = 256
    private static let maximumLineLength = 80

    static func text(of spread: Selection, _ document: Document) -> String {
        let name = (spread.name.map(document.text) ?? "").abbreviated
        if spread.arguments.isEmpty { return name }
        var length = 1
        var texts: [String] = []
        for argument in document.arguments[spread.arguments.indices] {
            var variables: [Int32] = []
            let argumentName = document.text(argument.name)
            length += 2 + argumentName.utf16.count
            length += LiteralKey.text(of: argument.value, document, variables: &variables).utf16.count
            if length > greatestLength { return name + "(...)" }
            texts.append("\(argumentName): \(document.printedValue(argument.value))")
        }
        let line = "\(name)(\(texts.joined(separator: ", ")))"
        if line.utf16.count + "...".count <= maximumLineLength { return line }
        return "\(name)(\n  \(texts.joined(separator: "\n  "))\n)"
    }
}
