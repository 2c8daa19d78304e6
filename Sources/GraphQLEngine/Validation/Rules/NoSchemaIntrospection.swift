/// No field tells about the schema; a rule for servers that keep theirs to themselves.
enum NoSchemaIntrospection {
    static func check(_ index: Int, _ context: ValidationContext) {
        guard let type = context.types.inner(index) ?? leafType(index, context) else { return }
        guard context.schema[type].isIntrospection else { return }
        let field = context.document.selections[index]
        guard let name = field.name.map(context.text) else { return }
        context.report(
            "GraphQL introspection has been disabled, but the requested query contained the field \"\(name)\".",
            at: field.offset
        )
    }

    private static func leafType(_ index: Int, _ context: ValidationContext) -> TypeID? {
        context.types.fieldType(index).map(context.schema.namedType(of:))
    }
}

extension NamedType {
    /// Whether it is one of the types of the specification's section 4.2 "Schema Introspection".
    var isIntrospection: Bool { isBuiltIn && kind != .scalar }
}
