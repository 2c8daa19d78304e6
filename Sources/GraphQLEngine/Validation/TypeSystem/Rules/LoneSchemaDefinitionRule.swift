/// A document has one schema definition at most, and none if it extends a schema that has its root types
/// (section 3.3 "Schema").
final class LoneSchemaDefinitionRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext
    private let isAlreadyDefined: Bool
    private var isDefined = false

    init(_ context: SchemaDocumentContext) {
        self.context = context
        let roots = [context.schema?.queryType, context.schema?.mutationType, context.schema?.subscriptionType]
        isAlreadyDefined = roots.contains { $0 != nil }
    }

    func enter(schema: SchemaNode) {
        if schema.isExtension { return }
        if isAlreadyDefined {
            context.report("Cannot define a new schema within a schema extension.", at: [schema.offset])
        } else if isDefined {
            context.report("Must provide only one schema definition.", at: [schema.offset])
        }
        isDefined = true
    }
}
