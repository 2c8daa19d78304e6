/// What an operator may set about accounts.
public struct AccountConfiguration: Sendable {
    /// Where people reach the web application; links in mails begin with it. Without a slash at the end.
    public var publicURL: String
    public var isRegistrationEnabled = true
    public var accessTokenLifetimeSeconds: Int64 = 15 * 60
    /// A session and its refresh tokens end this long after the sign-in.
    public var sessionLifetimeDays: Int64 = 14
    /// The same for those who asked to be remembered.
    public var rememberedSessionLifetimeDays: Int64 = 90
    /// How long the immediately previous refresh token is answered with the same successor.
    public var refreshGraceSeconds: Int64 = 10
    /// Of the link that confirms an address, a new person's or a changed one.
    public var emailVerificationLifetimeHours: Int64 = 24
    public var passwordResetLifetimeMinutes: Int64 = 60
    /// Failed sign-ins per account before further ones are refused.
    public var failureLimitPerAccount = 5
    public var failureWindowMinutes: Int64 = 15
    /// Attempts of one kind per client address and minute.
    public var attemptLimitPerAddressPerMinute = 20
    /// Letters with a link of one kind (to confirm an address, to change it, to reset a password) within an hour: those
    /// that a person asks for, or that are asked for in their name.
    public var letterLimitPerPerson = 5
    /// Addresses of nobody that a person may try to add as members within the window of failures.
    public var memberAddFailureLimitPerPerson = 20

    public init(publicURL: String) {
        self.publicURL = publicURL
    }
}
