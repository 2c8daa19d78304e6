/// Variables have input types (section 5.8.2).
enum VariablesAreInputTypes {
    static func check(_ variable: VariableDefinition, _ context: ValidationContext) {
        let type = InputType.written(variable.type)
        let (document, schema) = (context.document, context.schema)
        guard let named = type.namedType(document: document, schema: schema) else { return }
        if schema[named].kind.isInput { return }
        let (name, text) = (context.text(variable.name), type.text(document: document, schema: schema))
        context.report(
            "Variable \"$\(name)\" cannot be non-input type \"\(text)\".",
            at: document.typeReferences[Int(variable.type)].offset
        )
    }
}
