/// No field of an input object is given twice (section 5.6.3).
final class UniqueInputFieldNamesRule: SchemaDocumentVisitor {
    private let context: SchemaDocumentContext

    init(_ context: SchemaDocumentContext) {
        self.context = context
    }

    func enter(value: Int32) {
        UniqueInputFieldNames.check(value, context)
    }
}
