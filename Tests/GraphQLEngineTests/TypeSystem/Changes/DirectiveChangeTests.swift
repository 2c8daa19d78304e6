import GraphQLEngine
import Testing

@Suite struct DirectiveChangeTests {
    @Test(arguments: [
        ChangeCase(
            "directive @a on FIELD directive @b on FIELD",
            "directive @b on FIELD directive @c on FIELD",
            "DIRECTIVE_REMOVED: Directive @a was removed.",
            "DIRECTIVE_ADDED: Directive @c was added."
        ),
        ChangeCase(
            "directive @a(x: Boolean, y: Boolean = true) on FIELD",
            #"directive @a(v: Boolean, w: Boolean!, "New" y: Boolean = false) on FIELD"#,
            "OPTIONAL_DIRECTIVE_ARG_ADDED: An optional argument @a(v:) was added.",
            "REQUIRED_DIRECTIVE_ARG_ADDED: A required argument @a(w:) was added.",
            "DIRECTIVE_ARG_REMOVED: Argument @a(x:) was removed.",
            "ARG_DEFAULT_VALUE_CHANGE: @a(y:) has changed defaultValue from true to false.",
            #"DESCRIPTION_CHANGED: Description of @a(a) has changed to "New"."#
        ),
        ChangeCase(
            "directive @a(x: Boolean) repeatable on FIELD | QUERY directive @b on FIELD",
            #"directive @a(x: Boolean!) on FIELD | OBJECT "New" directive @b repeatable on FIELD"#,
            "ARG_CHANGED_KIND: Argument @a(x:) has changed type from Boolean to Boolean!.",
            "DIRECTIVE_REPEATABLE_REMOVED: Repeatable flag was removed from @a.",
            "DIRECTIVE_LOCATION_REMOVED: QUERY was removed from @a.",
            "DIRECTIVE_LOCATION_ADDED: OBJECT was added to @a.",
            "DIRECTIVE_REPEATABLE_ADDED: Repeatable flag was added to @b.",
            #"DESCRIPTION_CHANGED: Description of @b has changed to "New"."#
        ),
    ])
    func directives(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }
}
