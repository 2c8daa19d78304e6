/// What a person can mend, or has to accept, about an account. Nothing was changed unless a case says so.
public enum AccountRefusal: Error, Sendable, Equatable {
    /// The fields of the inputs, as the API names them.
    public enum Field: String, Sendable, Equatable {
        case email, username, password, displayName, organizationName, organizationSlug, slug, organizationId, timeZone
        case currentPassword, newPassword, newEmail, token
    }

    case registrationDisabled
    case required(Field)
    case invalid(Field)
    case tooLong(Field)
    case taken(Field)
    case notFound(Field)
    case passwordTooWeak(PasswordPolicy.Violation, in: Field = .password)
    case invalidCredentials
    /// What a signed-in person gave to confirm that it is they.
    case wrongPassword(Field)
    case rateLimited(retryAfterSeconds: Int)
    case tokenInvalid
    case tokenExpired
    /// The whole session was revoked.
    case tokenReused
    /// The person is suspended, archived or inactive.
    case unauthenticated
    case organizationSuspended
    case organizationArchived
    case emailAlreadyVerified
    /// The person has this address already.
    case sameEmail
    /// The person owns an organization.
    case lastOwner
    case staleVersion(current: Int32)
}
