/// No field of an input object is given twice (section 5.6.3).
enum UniqueInputFieldNames {
    /// Looks at a whole literal.
    static func check(_ value: Int32, _ context: some DocumentRuleContext) {
        switch context.document.values[Int(value)].kind {
        case .list(let items):
            for index in items.indices { check(Int32(index), context) }
        case .object(let fields):
            var firstOffsets: [Int32: Int32] = [:]
            for field in context.document.objectFields[fields.indices] {
                check(field, &firstOffsets, context)
                check(field.value, context)
            }
        case .variable, .int, .float, .string, .boolean, .null, .enumeration:
            break
        }
    }

    /// - Parameter firstOffsets: where each name stands first in the object, by symbol.
    static func check(_ field: ObjectField, _ firstOffsets: inout [Int32: Int32], _ context: some DocumentRuleContext) {
        guard let first = firstOffsets[field.name.symbol] else {
            firstOffsets[field.name.symbol] = field.offset
            return
        }
        let name = context.text(field.name)
        context.report("There can be only one input field named \"\(name)\".", at: [first, field.offset])
    }
}
