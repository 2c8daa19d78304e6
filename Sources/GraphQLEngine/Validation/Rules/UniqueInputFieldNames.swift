/// No field of an input object is given twice (section 5.6.3).
enum UniqueInputFieldNames {
    static func check(_ value: Int32, _ context: some DocumentRuleContext) {
        switch context.document.values[Int(value)].kind {
        case .list(let items):
            for index in items.indices { check(Int32(index), context) }
        case .object(let fields):
            check(fields: fields, context)
        case .variable, .int, .float, .string, .boolean, .null, .enumeration:
            break
        }
    }

    private static func check(fields: NodeRange, _ context: some DocumentRuleContext) {
        var first: [Int32: Int32] = [:]
        for field in context.document.objectFields[fields.indices] {
            if let offset = first[field.name.symbol] {
                let name = context.text(field.name)
                context.report("There can be only one input field named \"\(name)\".", at: [offset, field.offset])
            } else {
                first[field.name.symbol] = field.offset
            }
            check(field.value, context)
        }
    }
}
