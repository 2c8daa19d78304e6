/// `@stream` stands on fields that are lists (incremental delivery, "Stream Directives Are Used On List Fields").
enum StreamDirectiveOnListField {
    /// - Parameters:
    ///   - field: the field on which the directive stands, or the one around its place.
    ///   - parent: the type on which the selection with the directive is selected.
    static func check(_ directive: Directive, field: Int?, parent: TypeID?, _ context: ValidationContext) {
        guard context.text(directive.name) == "stream", let parent else { return }
        guard let field = field.flatMap({ context.types.field($0) }) else { return }
        if case .list = context.schema[context.schema.nullable(field.type)] { return }
        context.report(
            "Stream directive cannot be used on non-list field \"\(field.name)\" on type \"\(context.name(of: parent))\".",
            at: directive.offset
        )
    }
}
