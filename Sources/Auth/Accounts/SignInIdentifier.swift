/// What a person types to say who they are: an e-mail address or a username.
///
/// Outer white space of any kind is cut off here, as it is at registration; letters are folded by the database, as in the
/// column that identifiers are found by.
struct SignInIdentifier {
    /// A value of `user_identifiers.kind`.
    let kind: String
    /// Empty for what cannot be stored and so cannot be found; it is looked for all the same, as the answer must not
    /// come sooner.
    let text: String

    private static let maximumByteCount = 1_280

    init(_ typed: String) {
        let scalars = typed.unicodeScalars
        let first = scalars.firstIndex { !$0.properties.isWhitespace }
        let last = scalars.lastIndex { !$0.properties.isWhitespace }
        let trimmed = first.flatMap { first in last.map { String(scalars[first...$0]) } } ?? ""
        kind = trimmed.contains("@") ? "email" : "username"
        let isStorable = trimmed.utf8.count <= Self.maximumByteCount && !trimmed.utf8.contains(0)
        text = isStorable ? trimmed : ""
    }
}
