import GraphQLEngine

/// What one request may take. Every limit can be set.
struct ServerLimits: Sendable {
    let bodyBytes: Int
    /// Of one uploaded file.
    let fileBytes: Int
    /// Request bodies in memory, of all connections together.
    let heldBodyBytes: Int
    let anonymousTokens: Int
    let signedInTokens: Int
    /// Selection sets, values and list types of documents, and arrays and objects of variables.
    let nesting: Int
    let document: RequestLimits
    /// Validation stops after so many.
    let validationErrors: Int
    let cost: Int
    let batchedOperations: Int
    /// Whether requests may say with `onError` what errors do to their response.
    let takesOnError: Bool
    let requestSeconds: Int
    let bodySeconds: Int
    /// How long a client may leave its answers unread.
    let writeSeconds: Int
    let idleSeconds: Int
    let drainSeconds: Int

    init(_ reader: SettingsReader) throws(SettingError) {
        bodyBytes = try reader.int("REQUEST_BODY_LIMIT_BYTES", default: 256 * 1024, in: 1_024...(16 << 20))
        fileBytes = try reader.int("FILE_LIMIT_BYTES", default: 5 << 20, in: 1_024...(64 << 20))
        let largest = max(bodyBytes, fileBytes)
        heldBodyBytes = try reader.int("HELD_BODY_LIMIT_BYTES", default: 64 << 20, in: largest...(4 << 30))
        anonymousTokens = try reader.int("QUERY_TOKEN_LIMIT_ANONYMOUS", default: 2_000, in: 10...1_000_000)
        signedInTokens = try reader.int("QUERY_TOKEN_LIMIT", default: 8_000, in: 10...1_000_000)
        nesting = try reader.int("QUERY_NESTING_LIMIT", default: 64, in: 4...256)
        document = RequestLimits(
            depth: try reader.int("QUERY_DEPTH_LIMIT", default: 12, in: 1...64),
            aliases: try reader.int("QUERY_ALIAS_LIMIT", default: 30, in: 0...10_000),
            rootFields: try reader.int("QUERY_ROOT_FIELD_LIMIT", default: 20, in: 1...1_000),
            mutationRootFields: try reader.int("MUTATION_ROOT_FIELD_LIMIT", default: 25, in: 1...1_000),
            directivesPerNode: try reader.int("QUERY_DIRECTIVE_LIMIT_PER_NODE", default: 10, in: 0...1_000),
            directives: try reader.int("QUERY_DIRECTIVE_LIMIT", default: 50, in: 0...10_000)
        )
        validationErrors = try reader.int("VALIDATION_ERROR_LIMIT", default: 5, in: 1...100)
        cost = try reader.int("QUERY_COST_LIMIT", default: 10_000, in: 1...10_000_000)
        batchedOperations = try reader.int("BATCH_OPERATION_LIMIT", default: 25, in: 1...100)
        takesOnError = try reader.bool("GRAPHQL_ON_ERROR", default: false)
        requestSeconds = try reader.int("REQUEST_TIMEOUT_SECONDS", default: 15, in: 1...300)
        bodySeconds = try reader.int("BODY_TIMEOUT_SECONDS", default: 10, in: 1...300)
        writeSeconds = try reader.int("WRITE_TIMEOUT_SECONDS", default: 30, in: 1...3_600)
        idleSeconds = try reader.int("IDLE_TIMEOUT_SECONDS", default: 60, in: 1...3_600)
        drainSeconds = try reader.int("SHUTDOWN_TIMEOUT_SECONDS", default: 15, in: 1...300)
    }
}
