/// What the error of a field that must not be null does to the rest of the response.
///
/// An extension that has been proposed for the specification; the member `onError` of a request names it.
public enum ErrorBehavior: String, Sendable, CaseIterable {
    /// The null goes up to the nearest parent that may be null (section 6.4.4), as the specification has it.
    case propagate = "PROPAGATE"
    /// The field is null where it stands, whatever its type says.
    case null = "NULL"
    /// The first error ends the request: `data` is null.
    case abort = "ABORT"
}

extension Plan {
    /// What the operation asks for itself: its directive `@experimental_disableErrorPropagation` means
    /// ``ErrorBehavior/null``, as in GraphQL.js.
    var errorBehavior: ErrorBehavior {
        let directives = document.directives[document.operations[operation].directives.indices]
        let isDisabled = directives.contains { document.text($0.name) == "experimental_disableErrorPropagation" }
        return isDisabled ? .null : .propagate
    }
}
