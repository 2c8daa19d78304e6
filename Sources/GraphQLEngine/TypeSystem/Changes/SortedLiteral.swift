/// Literals in which the order of object fields does not count.
enum SortedLiteral {
    /// A literal with the fields of all objects in it in the natural order of their names.
    static func text(_ literal: String) -> String {
        guard let (parsed, value) = try? Document.parseConstValue(Source(literal)) else { return literal }
        var document = parsed
        document.sortObjectFields()
        return document.printedValue(value)
    }
}

extension Document {
    fileprivate mutating func sortObjectFields() {
        for value in values {
            guard case .object(let range) = value.kind, range.count > 1 else { continue }
            let sorted = objectFields[range.indices].sorted { NaturalOrder.precedes(text($0.name), text($1.name)) }
            objectFields.replaceSubrange(range.indices, with: sorted)
        }
    }
}
