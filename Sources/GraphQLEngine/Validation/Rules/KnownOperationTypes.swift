/// The schema has a root type for the operation (section 5.2.1.1).
enum KnownOperationTypes {
    static func check(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard context.schema.rootType(of: operation.kind) == nil else { return }
        context.report("The \(operation.kind.rawValue) operation is not supported by the schema.", at: operation.offset)
    }
}
