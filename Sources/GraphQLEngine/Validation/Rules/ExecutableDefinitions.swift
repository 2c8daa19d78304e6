/// A document to be executed holds only operations and fragments (section 5.1.1).
enum ExecutableDefinitions {
    static func check(_ context: ValidationContext) {
        let document = context.document
        for definition in document.definitions {
            switch definition {
            case .operation, .fragment: break
            case .schema(let index): report("schema", document.schemas[index].offset, context)
            case .type(let index):
                let type = document.types[index]
                report("\"\(context.text(type.name))\"", type.offset, context)
            case .directive(let index):
                let directive = document.directiveDefinitions[index]
                report("\"\(context.text(directive.name))\"", directive.offset, context)
            }
        }
    }

    private static func report(_ name: String, _ offset: Int32, _ context: ValidationContext) {
        context.report("The \(name) definition is not executable.", at: offset)
    }
}
