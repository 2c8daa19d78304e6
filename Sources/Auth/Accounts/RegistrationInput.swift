/// What somebody gives to register. `init` checks each field by itself; names already taken show later.
public struct RegistrationInput: Sendable {
    public let email: String
    public let username: String?
    public let displayName: String
    /// Nil for somebody who registers without an organization.
    public let organizationName: String?
    /// In lower case; nil for one that is made from the name.
    public let organizationSlug: String?
    /// An IANA name, which the caller has checked.
    public let timeZone: String
    let password: NormalizedPassword

    /// Throws the first refusal, in the order of the parameters. Outer white space is cut off.
    public init(
        email: String,
        password: String,
        displayName: String,
        username: String? = nil,
        organizationName: String? = nil,
        organizationSlug: String? = nil,
        timeZone: String? = nil
    ) throws(AccountRefusal) {
        self.email = try Self.line(email, .email, maximumLength: 320)
        guard Self.isEmail(self.email) else { throw .invalid(.email) }
        do throws(PasswordPolicy.Violation) {
            self.password = try PasswordPolicy.check(password, email: self.email)
        } catch { throw .passwordTooWeak(error) }
        self.displayName = try Self.line(displayName, .displayName, maximumLength: 200)
        self.username = username
        if let username, !Self.isUsername(username) { throw .invalid(.username) }
        self.organizationName = try organizationName.map { name throws(AccountRefusal) in
            try Self.line(name, .organizationName, maximumLength: 200)
        }
        self.organizationSlug = organizationSlug?.lowercased()
        if let slug = self.organizationSlug {
            guard organizationName != nil else { throw .required(.organizationName) }
            guard OrganizationSlug.isValid(slug) else { throw .invalid(.organizationSlug) }
        }
        self.timeZone = timeZone ?? "UTC"
        if self.timeZone.utf8.contains(0) { throw .invalid(.timeZone) }
    }

    /// One line of text without control characters.
    private static func line(
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

    /// One `@` between two parts without white space; whether it exists, only a letter tells.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !parts[1].contains("..")
    }

    /// 3 to 64 of `A-Z a-z 0-9 . _ -`, beginning and ending with a letter or digit.
    private static func isUsername(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...64).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
        }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && bytes.allSatisfy { isAlphanumeric($0) || [0x2E, 0x5F, 0x2D].contains($0) }
    }
}
