/// The form of an e-mail address as people register with one.
enum EmailAddress {
    static let maximumLength = 320

    /// One `@` between two parts without white space; whether it exists, only a letter tells.
    static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !parts[1].contains("..")
    }
}
