/// Used variables are defined by the operation that uses them, itself or in fragments (section 5.8.3).
enum NoUndefinedVariables {
    static func check(_ index: Int, _ context: ValidationContext) {
        let operation = context.document.operations[index]
        let defined = Set(context.document.variables[operation.variables.indices].map(\.name.symbol))
        context.forEachVariableUsage(in: index) { usage in
            guard usage.fragmentVariable == nil, !defined.contains(usage.name.symbol) else { return }
            let place = operation.name.map { " by operation \"\(context.text($0))\"" } ?? ""
            let name = context.text(usage.name)
            context.report("Variable \"$\(name)\" is not defined\(place).", at: usage.offset, operation.offset)
        }
    }
}
