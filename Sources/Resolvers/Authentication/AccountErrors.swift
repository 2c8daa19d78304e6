import Auth
import GraphQLEngine
import Schema

/// What the refusals of account services mean to a caller.
extension UserErrors {
    /// - Parameter tokenField: the input's field with the token, for refusals of one.
    init(_ refusal: AccountRefusal, tokenField: String? = nil) throws(GraphQLError) {
        let tokenPath = tokenField.map { ["input", $0] }
        switch refusal {
        case .required, .invalid, .tooLong, .taken, .notFound, .passwordTooWeak, .wrongPassword, .sameEmail:
            self = Self.ofField(refusal)
        case .tokenInvalid: self.init(.tokenInvalid, "The token is not valid, or not any more.", path: tokenPath)
        case .tokenExpired: self.init(.tokenExpired, "The token has expired.", path: tokenPath)
        case .tokenReused:
            self.init(
                .tokenReused,
                "The token was used before, so its session was ended. Sign in again.",
                path: tokenPath
            )
        case .rateLimited(let seconds): self = Self.rateLimited(seconds)
        case .staleVersion(let current): self = .staleVersion(current: current)
        case .unauthenticated: throw PublicErrors.unauthenticated
        default: self = Self.ofAccount(refusal)
        }
    }

    private static func ofAccount(_ refusal: AccountRefusal) -> UserErrors {
        switch refusal {
        case .registrationDisabled:
            UserErrors(.registrationDisabled, "Registration is closed. Ask for an invitation.")
        case .invalidCredentials: UserErrors(.invalidCredentials, "The identifier or the password is wrong.")
        case .organizationSuspended: UserErrors(.organizationSuspended, "The organization is suspended.")
        case .organizationArchived: UserErrors(.organizationArchived, "The organization is archived.")
        case .emailAlreadyVerified: UserErrors(.invalidTransition, "The address is verified already.")
        case .lastOwner:
            UserErrors(.lastOwner, "You own an organization, which would be left without an owner.")
        default: UserErrors(.invalid, "This cannot be done.")
        }
    }

    private static func ofField(_ refusal: AccountRefusal) -> UserErrors {
        func error(_ code: UserErrorCode, _ message: String, _ field: AccountRefusal.Field) -> UserErrors {
            UserErrors(code, message, path: ["input", field.rawValue])
        }
        switch refusal {
        case .required(let field): return error(.required, "This must not be empty.", field)
        case .invalid(let field): return error(.invalid, explanation(of: field), field)
        case .tooLong(let field): return error(.tooLong, "This is too long.", field)
        case .taken(.token): return error(.taken, "Somebody else has this address by now.", .token)
        case .taken(let field): return error(.taken, "This is taken by somebody else.", field)
        case .passwordTooWeak(let violation, let field): return error(.passwordTooWeak, violation.explanation, field)
        case .wrongPassword(let field): return error(.invalidCredentials, "The password is wrong.", field)
        case .sameEmail: return error(.invalid, "This is your address already.", .newEmail)
        case .notFound(.organizationId):
            return error(.notFound, "You are no member of such an organization.", .organizationId)
        default: return UserErrors(.notFound, "There is no such thing.")
        }
    }

    private static func explanation(of field: AccountRefusal.Field) -> String {
        switch field {
        case .email, .newEmail: "This is no e-mail address."
        case .username: UsernameForm.explanation
        case .organizationSlug, .slug: OrganizationSlugForm.explanation
        case .timeZone: "There is no time zone of this name."
        default: "This has characters that are not allowed."
        }
    }

    private static func rateLimited(_ seconds: Int) -> UserErrors {
        let error = GenericErrorRow(code: .rateLimited, message: "Too many attempts. Try again later.", path: nil)
        return UserErrors([.rateLimit(RateLimitErrorRow(error: error, retryAfterSeconds: Int32(clamping: seconds)))])
    }
}

extension PasswordPolicy.Violation {
    fileprivate var explanation: String {
        let lengths = PasswordPolicy.lengths
        return switch self {
        case .tooShort: "A password has at least \(lengths.lowerBound) characters."
        case .tooLong: "A password has at most \(lengths.upperBound) characters."
        case .common: "Too many people use this password."
        case .sameAsEmail: "The password must not be the e-mail address or its first part."
        case .notText: "The password has characters that are no text."
        }
    }
}
