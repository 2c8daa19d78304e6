/// Defined variables are used by the operation, itself or in fragments (section 5.8.4); those of a fragment, in it.
enum NoUnusedVariables {
    static func check(operation index: Int, _ context: ValidationContext) {
        let operation = context.document.operations[index]
        var used: Set<Int32> = []
        context.forEachVariableUsage(in: index) { usage in
            if usage.fragmentVariable == nil { used.insert(usage.name.symbol) }
        }
        let place = operation.name.map { " in operation \"\(context.text($0))\"" } ?? ""
        report(operation.variables, exceptFor: used, place, context)
    }

    static func check(fragment index: Int, _ context: ValidationContext) {
        let fragment = context.document.fragments[index]
        guard !fragment.variables.isEmpty else { return }
        let used = Set(context.types.usages(inFragment: index).map(\.name.symbol))
        report(fragment.variables, exceptFor: used, " in fragment \"\(context.text(fragment.name))\"", context)
    }

    private static func report(
        _ variables: NodeRange,
        exceptFor used: Set<Int32>,
        _ place: String,
        _ context: ValidationContext
    ) {
        for variable in context.document.variables[variables.indices] where !used.contains(variable.name.symbol) {
            let name = context.text(variable.name)
            context.report("Variable \"$\(name)\" is never used\(place).", at: context.document.start(of: variable))
        }
    }
}

extension Document {
    /// Offset of a variable's definition, which begins with its description.
    func start(of variable: VariableDefinition) -> Int32 {
        variable.description.map { strings[Int($0)].offset } ?? variable.offset
    }
}
