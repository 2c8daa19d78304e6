/// Whether two fields have the same arguments, in whatever order.
enum ArgumentEquality {
    static func areEqual(_ left: NodeRange, _ right: NodeRange, _ document: Document) -> Bool {
        guard left.count == right.count else { return false }
        return document.arguments[left.indices].allSatisfy { argument in
            document.arguments[right.indices].contains { other in
                other.name.symbol == argument.name.symbol && areEqual(argument.value, other.value, document)
            }
        }
    }

    private static func areEqual(_ left: Int32, _ right: Int32, _ document: Document) -> Bool {
        switch (document.values[Int(left)].kind, document.values[Int(right)].kind) {
        case (.variable(let left), .variable(let right)), (.enumeration(let left), .enumeration(let right)):
            left.symbol == right.symbol
        case (.int(let left), .int(let right)), (.float(let left), .float(let right)):
            document.source.bytes[left.asInt] == document.source.bytes[right.asInt]
        case (.string(let left), .string(let right)):
            document.strings[Int(left)].text == document.strings[Int(right)].text
        case (.boolean(let left), .boolean(let right)): left == right
        case (.null, .null): true
        case (.list(let left), .list(let right)):
            left.count == right.count
                && zip(left.indices, right.indices).allSatisfy { areEqual(Int32($0), Int32($1), document) }
        case (.object(let left), .object(let right)): haveEqualFields(left, right, document)
        default: false
        }
    }

    private static func haveEqualFields(_ left: NodeRange, _ right: NodeRange, _ document: Document) -> Bool {
        guard left.count == right.count else { return false }
        return document.objectFields[left.indices].allSatisfy { field in
            document.objectFields[right.indices].contains { other in
                other.name.symbol == field.name.symbol && areEqual(field.value, other.value, document)
            }
        }
    }
}

extension Range<Int32> {
    fileprivate var asInt: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
