public import Auth
public import DNS
public import Logging
public import Postgres

/// What all requests share.
public struct Services: Sendable {
    public let database: Database
    public let accounts: Accounts
    public let logger: Logger
    public let server: ServerDescription
    /// Tells whose a domain is.
    public let textRecords: any TextRecords
    public let files: FileServices

    public init(
        database: Database,
        accounts: Accounts,
        logger: Logger,
        server: ServerDescription,
        files: FileServices,
        textRecords: any TextRecords = SystemTextRecords()
    ) {
        self.database = database
        self.accounts = accounts
        self.logger = logger
        self.server = server
        self.textRecords = textRecords
        self.files = files
    }
}

/// What the field `server` tells.
public struct ServerDescription: Sendable {
    public let version: String
    /// Hexadecimal SHA-256 of the schema's text.
    public let schemaHash: String
    public let limits: Limits

    public struct Limits: Sendable {
        public let maximumDepth: Int
        public let maximumCost: Int
        public let maximumAliases: Int
        public let maximumRootFields: Int
        public let maximumRootMutations: Int
        public let maximumBatchedOperations: Int

        public init(
            maximumDepth: Int,
            maximumCost: Int,
            maximumAliases: Int,
            maximumRootFields: Int,
            maximumRootMutations: Int,
            maximumBatchedOperations: Int
        ) {
            self.maximumDepth = maximumDepth
            self.maximumCost = maximumCost
            self.maximumAliases = maximumAliases
            self.maximumRootFields = maximumRootFields
            self.maximumRootMutations = maximumRootMutations
            self.maximumBatchedOperations = maximumBatchedOperations
        }
    }

    public init(version: String, schemaHash: String, limits: Limits) {
        self.version = version
        self.schemaHash = schemaHash
        self.limits = limits
    }
}
