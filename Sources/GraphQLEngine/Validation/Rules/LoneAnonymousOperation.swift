/// An operation without a name is the only one of its document (section 5.2.3.1).
enum LoneAnonymousOperation {
    static func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.name == nil, context.document.operations.count > 1 else { return }
        context.report("This anonymous operation must be the only defined operation.", at: operation.offset)
    }
}
