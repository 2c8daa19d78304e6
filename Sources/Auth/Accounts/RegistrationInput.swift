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
        self.email = try LineOfText.read(email, .email, maximumLength: EmailAddress.maximumLength)
        guard EmailAddress.isValid(self.email) else { throw .invalid(.email) }
        do throws(PasswordPolicy.Violation) {
            self.password = try PasswordPolicy.check(password, email: self.email)
        } catch { throw .passwordTooWeak(error) }
        self.displayName = try LineOfText.read(displayName, .displayName, maximumLength: 200)
        self.username = username
        if let username, !Username.isValid(username) { throw .invalid(.username) }
        self.organizationName = try organizationName.map { name throws(AccountRefusal) in
            try LineOfText.read(name, .organizationName, maximumLength: 200)
        }
        self.organizationSlug = organizationSlug?.lowercased()
        if let slug = self.organizationSlug {
            guard organizationName != nil else { throw .required(.organizationName) }
            guard OrganizationSlug.isValid(slug) else { throw .invalid(.organizationSlug) }
        }
        self.timeZone = timeZone ?? "UTC"
        if self.timeZone.utf8.contains(0) { throw .invalid(.timeZone) }
    }
}
