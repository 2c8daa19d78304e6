public import Postgres

/// What the flows of sign-up and sign-in work with.
public struct AccountServices: Sendable {
    public let database: Database
    public var hasher: PasswordHasher
    public let codec: AccessTokenCodec
    public let configuration: AccountConfiguration
    public let mailedTokens: MailedTokens
    public let fileLinks: FileLinks
    let succession: RefreshTokenSuccession

    /// - Parameter refreshKeys: keys from which refresh tokens, mailed tokens and links to files are derived; not those that sign
    ///   access tokens.
    public init(
        database: Database,
        hasher: PasswordHasher,
        codec: AccessTokenCodec,
        refreshKeys: TokenKeys,
        configuration: AccountConfiguration
    ) {
        self.database = database
        self.hasher = hasher
        self.codec = codec
        self.configuration = configuration
        mailedTokens = MailedTokens(keys: refreshKeys)
        fileLinks = FileLinks(keys: refreshKeys)
        succession = RefreshTokenSuccession(keys: refreshKeys)
    }
}
