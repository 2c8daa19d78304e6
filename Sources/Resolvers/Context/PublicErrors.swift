import Auth
import GraphQLEngine
import JSON
import Postgres

/// The top-level errors of this API: a stable code, what was wrong, and what to do. `docs/errors.md` lists them.
enum PublicErrors {
    static let unauthenticated = GraphQLError(
        "Sign in first: send a valid access token in the header Authorization: Bearer …",
        code: "UNAUTHENTICATED"
    )
    static let noOrganization = GraphQLError(
        "You are signed in without an organization. Sign in again with one, or switch to one.",
        code: "NO_ORGANIZATION"
    )
    static let unavailable = GraphQLError(
        "The database cannot be reached just now. Try again in a moment.",
        code: "UNAVAILABLE"
    )
    static let outcomeUnknown = GraphQLError(
        "The connection to the database was lost while the change was being stored; it may have been applied. "
            + "Look before you repeat it.",
        code: "OUTCOME_UNKNOWN"
    )
    static let timeout = GraphQLError("The request took too long. Ask for less, or try again.", code: "TIMEOUT")
    static let internalError = GraphQLError(
        "Something went wrong on our side. Tell support the request id of this answer.",
        code: "INTERNAL_SERVER_ERROR"
    )

    static let idempotencyKeyMismatch = GraphQLError(
        "The idempotency key was used for another request. Use a new key for each.",
        code: "IDEMPOTENCY_KEY_MISMATCH"
    )
    static let idempotencyInProgress = GraphQLError(
        "A request with this idempotency key is still running. Ask again in a moment.",
        code: "IDEMPOTENCY_IN_PROGRESS"
    )

    static func badInput(_ message: String) -> GraphQLError {
        GraphQLError(message, code: "BAD_USER_INPUT")
    }

    /// An error of the engine with its code: of the errors of fields, those of arguments have one.
    static func coded(_ error: GraphQLError) -> GraphQLError {
        guard error.kind == .input, error.extensions["code"] == nil else { return error }
        var coded = error
        coded.extensions["code"] = "BAD_USER_INPUT"
        return coded
    }

    static let forPeople = GraphQLError("A device may not do this: sign in as a person.", code: "FORBIDDEN")

    static func forbidden(_ permission: String) -> GraphQLError {
        GraphQLError("You lack the permission \"\(permission)\".", code: "FORBIDDEN")
    }

    static func refusal(_ refusal: ViewerRefusal) -> GraphQLError {
        switch refusal {
        case .unauthenticated: unauthenticated
        case .tokenStale:
            GraphQLError(
                "Your rights or your organization changed since this token was issued. Refresh it.",
                code: "TOKEN_STALE"
            )
        case .tenantSuspended:
            GraphQLError("The organization is suspended. Ask the platform's support.", code: "TENANT_SUSPENDED")
        case .tenantArchived: GraphQLError("The organization is archived.", code: "TENANT_ARCHIVED")
        case .forbidden:
            GraphQLError("This session may not do this: it only looks on, or its rights have ended.", code: "FORBIDDEN")
        case .tenantInactive:
            GraphQLError(
                "The organization is inactive: it can be read, and changed again once its owner activates it.",
                code: "TENANT_INACTIVE"
            )
        }
    }

    /// The public form of a database error; nil for one that nobody outside should see.
    static func database(_ error: DatabaseError) -> GraphQLError? {
        if let refusal = ViewerRefusal(error) { return Self.refusal(refusal) }
        switch error {
        case .unavailable, .poolExhausted, .closed: return unavailable
        case .outcomeUnknown: return outcomeUnknown
        case .deadlineExceeded, .cancelled: return timeout
        case .server(let error): return server(error)
        case .invalidParameter: return badInput("A text of the request has a character that cannot be stored (U+0000).")
        default: return nil
        }
    }

    private static func server(_ error: ServerError) -> GraphQLError? {
        switch error.code {
        case .queryCanceled: timeout
        case .insufficientResources, .operatorIntervention, .serializationFailure, .deadlockDetected: unavailable
        case .invalidTextRepresentation, .datetimeFieldOverflow, .numericValueOutOfRange:
            badInput("A value of the request is out of range or malformed.")
        default: nil
        }
    }
}
