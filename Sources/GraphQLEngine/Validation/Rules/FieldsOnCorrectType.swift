/// Selected fields are defined by the type that they are selected on (section 5.3.1).
enum FieldsOnCorrectType {
    static func check(_ index: Int, _ context: ValidationContext) {
        guard let parent = context.types.parent(index), context.types.fieldType(index) == nil else { return }
        let field = context.document.selections[index]
        guard let name = field.name.map(context.text) else { return }
        let suggestion = context.options.hidesSuggestions ? "" : suggestion(name, parent, context.schema)
        let type = context.name(of: parent)
        context.report("Cannot query field \"\(name)\" on type \"\(type)\".\(suggestion)", at: field.offset)
    }

    private static func suggestion(_ name: String, _ parent: TypeID, _ schema: Schema) -> String {
        let types = suggestedTypes(name, parent, schema)
        if !types.isEmpty { return Suggestion.text(of: types, kind: "to use an inline fragment on") }
        return Suggestion.text(for: name, among: schema[parent].fields.map(\.name))
    }

    /// Names of possible types and their interfaces that have the field: the most common first, then interfaces
    /// before the types that implement them, then by name.
    private static func suggestedTypes(_ name: String, _ parent: TypeID, _ schema: Schema) -> [String] {
        guard schema[parent].kind.isAbstract else { return [] }
        var usageCounts: [TypeID: Int] = [:]
        for type in schema[parent].possibleTypes where schema[type].fieldIndex(name) != nil {
            usageCounts[type] = 1
            for interface in schema[type].interfaces where schema[interface].fieldIndex(name) != nil {
                usageCounts[interface, default: 0] += 1
            }
        }
        return usageCounts.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            let (leftType, rightType) = (schema[left.key], schema[right.key])
            if rightType.interfaces.contains(left.key) { return true }
            if leftType.interfaces.contains(right.key) { return false }
            return NaturalOrder.precedes(leftType.name, rightType.name)
        }.map { schema[$0.key].name }
    }
}
