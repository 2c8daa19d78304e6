import GraphQLEngine
import JSON

/// The one place where errors become answers: codes, messages and HTTP status.
enum ErrorAnswer {
    /// The answer to a request that was refused before execution.
    static func answer(_ error: RequestError) -> Answer {
        switch error {
        case .request(let error): answer(error)
        case .document(let error): answer(error)
        case .operation(let error): answer(.operationResolutionFailed, message(error))
        case .variables(let error): answer(.badUserInput, error.errors)
        case .planning(let error): answer(.graphQLValidationFailed, error.errors)
        case .tooExpensive(let cost, let maximum): answer(.queryTooComplex, [costError(cost, maximum)])
        }
    }

    static func answer(_ code: ErrorCode, _ message: String) -> Answer {
        answer(code, [GraphQLError(message)])
    }

    /// - Parameter code: of all errors that do not say themselves that they have another.
    private static func answer(_ code: ErrorCode, _ errors: [GraphQLError]) -> Answer {
        let errors = errors.map { $0.coded(code) }
        var writer = JSONWriter(initialCapacity: 512)
        writer.append(#"{"errors":"#)
        writer.write(errors: errors)
        writer.append(UInt8(ascii: "}"))
        return Answer(
            status: code.status,
            body: writer.takeBytes(),
            retryAfterSeconds: retryAfterSeconds(code, errors),
            code: errors.first?.code ?? code.rawValue
        )
    }

    private static func answer(_ error: GraphQLRequestError) -> Answer {
        switch error {
        case .malformedJSON(let error):
            answer(.badRequest, "The body is no acceptable JSON: \(error).")
        case .notAnObject:
            answer(.badRequest, "The body must be an object with the member \"query\", or an array of such objects.")
        case .member(let name, let expectation):
            answer(.badRequest, "The member \"\(name)\" of the request must be \(expectation).")
        case .emptyBatch:
            answer(.badRequest, "A batch must have at least one operation.")
        case .batchTooLarge(let count, let maximum):
            answer(.batchTooLarge, "A batch may have at most \(maximum) operations; this one has \(count).")
        }
    }

    private static func answer(_ error: DocumentError) -> Answer {
        switch error {
        case .syntax(let error): answer(.graphQLParseFailed, [GraphQLError(error)])
        case .tooComplex(let errors): answer(.queryTooComplex, errors)
        case .invalid(let errors): answer(.graphQLValidationFailed, errors)
        }
    }

    private static func costError(_ cost: Int, _ maximum: Int) -> GraphQLError {
        var error = GraphQLError(
            "The request may cost \(cost), more than the allowed \(maximum). Ask for smaller pages or fewer levels."
        )
        error.extensions["limit"] = "cost"
        error.extensions["maximum"] = .int(Int64(maximum))
        error.extensions["actual"] = .int(Int64(cost))
        return error
    }

    private static func message(_ error: OperationError) -> String {
        switch error {
        case .none: "The document has no operation to execute."
        case .ambiguous: "The document has several operations: say which one with operationName."
        case .unknown(let name): "The document has no operation named \"\(name)\"."
        case .subscription: "Subscriptions are not served over HTTP POST."
        }
    }
}

extension GraphQLError {
    /// The error with the code of its stage, unless it has one already or is of a kind with a code of its own.
    fileprivate func coded(_ stage: ErrorCode) -> GraphQLError {
        if code != nil { return self }
        let code = kind == .complexity ? ErrorCode.queryTooComplex : stage
        var coded = self
        coded.extensions = ["code": .string(code.rawValue)]
        for member in extensions { coded.extensions[member.key] = member.value }
        return coded
    }
}

extension ErrorAnswer {
    /// Seconds after which an unavailable database is worth another try.
    static let unavailableRetrySeconds = 1
    private static let rateLimitRetrySeconds = 60

    /// The code that kept every root field from being executed; nil when anything was.
    static func refusal(_ body: [UInt8], _ errors: [GraphQLError], isDataNull: Bool) -> ErrorCode? {
        guard let code = commonCode(errors), [.unauthenticated, .unavailable, .rateLimited].contains(code) else {
            return nil
        }
        if isDataNull { return code }
        guard let keys = RootFields.keysIfAllNull(body) else { return nil }
        let refused = Set(errors.compactMap { $0.path.first })
        return keys.allSatisfy { refused.contains(.key($0)) } ? code : nil
    }

    static func retryAfterSeconds(_ code: ErrorCode, _ errors: [GraphQLError]) -> Int? {
        switch code {
        case .unavailable: unavailableRetrySeconds
        case .rateLimited:
            errors.compactMap { $0.extensions["retryAfter"]?.intValue }.max().map { Int($0) } ?? rateLimitRetrySeconds
        default: nil
        }
    }

    private static func commonCode(_ errors: [GraphQLError]) -> ErrorCode? {
        guard let code = errors.first?.code, errors.allSatisfy({ $0.code == code }) else { return nil }
        return ErrorCode(rawValue: code)
    }
}
