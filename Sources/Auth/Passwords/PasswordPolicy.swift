/// Which passwords people may choose: long enough, not among the common ones, not the name in the e-mail address.
public enum PasswordPolicy {
    /// Characters (Unicode scalars) after normalisation.
    public static let lengths = 10...128

    public enum Violation: Error, Sendable, Equatable {
        case tooShort
        case tooLong
        case common
        case sameAsEmail
        /// U+0000, or not to be normalised.
        case notText
    }

    /// The password in the form that is hashed.
    ///
    /// - Parameter email: the person's address; compared without regard to case.
    public static func check(_ password: String, email: String) throws(Violation) -> NormalizedPassword {
        guard password.utf8.count <= NormalizedPassword.maximumInputByteCount else { throw .tooLong }
        guard let normalized = NormalizedPassword(password) else { throw .notText }
        let text = normalized.text
        let length = text.unicodeScalars.count
        guard length >= lengths.lowerBound else { throw .tooShort }
        guard length <= lengths.upperBound else { throw .tooLong }
        let folded = text.lowercased()
        guard !CommonPasswords.contains(folded) else { throw .common }
        let address = email.lowercased()
        let localPart = address.lastIndex(of: "@").map { String(address[..<$0]) } ?? address
        guard folded != localPart, folded != address else { throw .sameAsEmail }
        return normalized
    }
}
