/// Every code that `extensions.code` of a top-level error can have. `docs/errors.md` tells what to do about each.
enum ErrorCode: String, CaseIterable, Sendable {
    case graphQLParseFailed = "GRAPHQL_PARSE_FAILED"
    case graphQLValidationFailed = "GRAPHQL_VALIDATION_FAILED"
    case queryTooComplex = "QUERY_TOO_COMPLEX"
    case operationResolutionFailed = "OPERATION_RESOLUTION_FAILED"
    case badUserInput = "BAD_USER_INPUT"
    case badRequest = "BAD_REQUEST"
    case batchTooLarge = "BATCH_TOO_LARGE"
    case unauthenticated = "UNAUTHENTICATED"
    case tokenStale = "TOKEN_STALE"
    case forbidden = "FORBIDDEN"
    case noOrganization = "NO_ORGANIZATION"
    case tenantSuspended = "TENANT_SUSPENDED"
    case tenantArchived = "TENANT_ARCHIVED"
    case tenantInactive = "TENANT_INACTIVE"
    case notFound = "NOT_FOUND"
    case methodNotAllowed = "METHOD_NOT_ALLOWED"
    case conflict = "CONFLICT"
    case bodyTooLarge = "BODY_TOO_LARGE"
    case unsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
    case rateLimited = "RATE_LIMITED"
    case timeout = "TIMEOUT"
    case unavailable = "UNAVAILABLE"
    case outcomeUnknown = "OUTCOME_UNKNOWN"
    case idempotencyKeyMismatch = "IDEMPOTENCY_KEY_MISMATCH"
    case idempotencyInProgress = "IDEMPOTENCY_IN_PROGRESS"
    case internalServerError = "INTERNAL_SERVER_ERROR"

    /// The HTTP status when nothing of the request could be executed. An answer with data has 200 whatever its errors.
    var status: Int {
        switch self {
        case .graphQLParseFailed, .graphQLValidationFailed, .queryTooComplex, .operationResolutionFailed,
            .badUserInput, .badRequest, .batchTooLarge:
            400
        case .unauthenticated: 401
        case .notFound: 404
        case .methodNotAllowed: 405
        case .conflict: 409
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .rateLimited: 429
        case .unavailable: 503
        case .tokenStale, .forbidden, .noOrganization, .tenantSuspended, .tenantArchived, .tenantInactive, .timeout,
            .outcomeUnknown, .idempotencyKeyMismatch, .idempotencyInProgress, .internalServerError:
            200
        }
    }
}
