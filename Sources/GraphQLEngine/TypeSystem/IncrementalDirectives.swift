/// The directives of incremental delivery, which a schema has only if its text defines them: put ``text`` before it.
///
/// Source: GraphQL.js, `GraphQLDeferDirective` and `GraphQLStreamDirective`.
public enum IncrementalDirectives {
    /// The definitions of `@defer` and `@stream` in the schema language.
    public static let text = deferText + "\n\n" + streamText + "\n\n"

    /// The definition of `@defer` in the schema language.
    public static let deferText = """
        "Directs the executor to defer this fragment when the `if` argument is true or undefined."
        directive @defer(
          "Deferred when true or undefined."
          if: Boolean! = true

          "Unique name"
          label: String
        ) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """

    /// The definition of `@stream` in the schema language.
    public static let streamText = """
        "Directs the executor to stream plural fields when the `if` argument is true or undefined."
        directive @stream(
          "Stream when true or undefined."
          if: Boolean! = true

          "Unique name"
          label: String

          "Number of items to return immediately"
          initialCount: Int = 0
        ) on FIELD
        """
}
