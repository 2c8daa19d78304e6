import GraphQLEngine
import JSON
import Resolvers

/// What goes back to the client, whatever the transport.
struct Answer: Sendable {
    /// HTTP status.
    let status: Int
    /// JSON.
    let body: [UInt8]
    /// Seconds after which it is worth trying again.
    let retryAfterSeconds: Int?
    /// Code of the first error, for the log.
    let code: String?
    /// What becomes of the caller's cookies; nil when they stay.
    var cookieChange: CookieChange?

    init(status: Int, body: [UInt8], retryAfterSeconds: Int? = nil, code: String?) {
        self.status = status
        self.body = body
        self.retryAfterSeconds = retryAfterSeconds
        self.code = code
    }

    /// The answer of an operation that was executed.
    init(_ result: ExecutionResult) {
        self.init(executed: result.body, errors: result.errors, isDataNull: result.isDataNull)
    }

    /// - Parameters:
    ///   - body: the whole response.
    ///   - errors: those that stand in it.
    ///   - isDataNull: whether its `data` is null.
    init(executed body: [UInt8], errors: [GraphQLError], isDataNull: Bool) {
        guard let first = errors.first else {
            self.init(status: 200, body: body, code: nil)
            return
        }
        let refusal = ErrorAnswer.refusal(body, errors, isDataNull: isDataNull)
        self.init(
            status: refusal?.status ?? 200,
            body: body,
            retryAfterSeconds: refusal.flatMap { ErrorAnswer.retryAfterSeconds($0, errors) },
            code: first.code ?? ErrorCode.internalServerError.rawValue
        )
    }

    /// An array of answers. Its status is theirs when all have the same, else 200.
    init(batch: [Answer]) {
        var writer = JSONWriter(initialCapacity: batch.reduce(2) { $0 + $1.body.count + 1 })
        writer.append(UInt8(ascii: "["))
        for (index, answer) in batch.enumerated() {
            if index > 0 { writer.append(UInt8(ascii: ",")) }
            writer.append(answer.body)
        }
        writer.append(UInt8(ascii: "]"))
        let statuses = Set(batch.map(\.status))
        self.init(
            status: statuses.count == 1 ? batch[0].status : 200,
            body: writer.takeBytes(),
            retryAfterSeconds: batch.compactMap(\.retryAfterSeconds).max(),
            code: batch.compactMap(\.code).first
        )
        cookieChange = batch.compactMap(\.cookieChange).last
    }
}

extension GraphQLError {
    var code: String? { extensions["code"]?.stringValue }
}
