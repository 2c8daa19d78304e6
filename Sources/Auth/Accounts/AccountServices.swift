public import Postgres

/// What the flows of sign-up and sign-in work with.
public struct AccountServices: Sendable {
    public let database: Database
    public let hasher: PasswordHasher
    public let codec: AccessTokenCodec
    public let mail: MailOutbox
    public let configuration: AccountConfiguration
    let succession: RefreshTokenSuccession

    /// - Parameter refreshKeys: keys from which refresh tokens are derived; not those that sign access tokens.
    public init(
        database: Database,
        hasher: PasswordHasher,
        codec: AccessTokenCodec,
        refreshKeys: TokenKeys,
        mail: MailOutbox,
        configuration: AccountConfiguration
    ) {
        self.database = database
        self.hasher = hasher
        self.codec = codec
        self.mail = mail
        self.configuration = configuration
        succession = RefreshTokenSuccession(keys: refreshKeys)
    }
}
