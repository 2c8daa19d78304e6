/// One line of text without control characters, as people type names and addresses.
enum LineOfText {
    /// The text without outer white space. Throws `required`, `invalid` or `tooLong` for the field.
    static func read(
        _ text: String,
        _ field: AccountRefusal.Field,
        maximumLength: Int
    ) throws(AccountRefusal) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { throw .required(field) }
        let trimmed = scalars[first...last]
        guard trimmed.allSatisfy({ $0.properties.generalCategory != .control }) else { throw .invalid(field) }
        guard trimmed.count <= maximumLength else { throw .tooLong(field) }
        return String(trimmed)
    }
}
