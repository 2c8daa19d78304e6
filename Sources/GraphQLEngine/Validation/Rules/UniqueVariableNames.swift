/// No two variables of an operation have the same name (section 5.8.1).
enum UniqueVariableNames {
    static func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.variables.count > 1 else { return }
        let names = context.document.variables[operation.variables.indices].map(\.name)
        for (name, offsets) in NameGroups.duplicates(of: names) {
            context.report("There can be only one variable named \"$\(context.text(name))\".", at: offsets)
        }
    }
}
