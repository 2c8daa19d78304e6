/// `@idempotent` stands on root fields of mutations only: elsewhere it would promise what nobody keeps.
///
/// A rule of schemas that define the directive, which no section of the specification has.
enum IdempotentOnRootMutations {
    static let directiveName = "idempotent"

    /// - Parameter parent: the type whose field the directive stands on.
    static func check(_ directive: Directive, parent: TypeID?, _ context: ValidationContext) {
        guard context.text(directive.name) == directiveName else { return }
        if let mutation = context.schema.rootType(of: .mutation), parent == mutation { return }
        context.report(
            "Directive \"@\(directiveName)\" may only be used on root fields of mutations.",
            at: directive.offset
        )
    }
}
