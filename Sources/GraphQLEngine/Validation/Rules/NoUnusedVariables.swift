/// Defined variables are used by the operation, itself or in fragments (section 5.8.4).
enum NoUnusedVariables {
    static func check(_ index: Int, _ context: ValidationContext) {
        let operation = context.document.operations[index]
        guard !operation.variables.isEmpty else { return }
        var used: Set<Int32> = []
        context.forEachVariableUsage(in: index) { used.insert($0.name.symbol) }
        let variables = context.document.variables[operation.variables.indices]
        for variable in variables where !used.contains(variable.name.symbol) {
            let place = operation.name.map { " in operation \"\(context.text($0))\"" } ?? ""
            context.report("Variable \"$\(context.text(variable.name))\" is never used\(place).", at: variable.offset)
        }
    }
}
