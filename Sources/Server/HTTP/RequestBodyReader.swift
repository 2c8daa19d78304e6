import HTTPTypes
import Hummingbird
import NIOCore

/// Reads a request's body up to a limit and within a time.
struct RequestBodyReader: Sendable {
    let maximumBytes: Int
    let limit: Duration
    let watch: RequestWatch
    let budget: BodyBudget

    /// Why a body was not read.
    enum Refusal: Error {
        case tooLarge
        /// The bodies of all connections hold as much memory as they may.
        case outOfBudget
    }

    /// What a client is told of a refusal.
    func answer(_ refusal: Refusal) -> Answer {
        switch refusal {
        case .tooLarge: ErrorAnswer.answer(.bodyTooLarge, "The body may have at most \(maximumBytes) bytes.")
        case .outOfBudget: ErrorAnswer.answer(.unavailable, "Too much is being sent at once. Try again in a moment.")
        }
    }

    /// Calls `use` with the body, which counts against the budget until it returns.
    ///
    /// The connection is closed when the body does not arrive in time.
    func withBody<Value>(
        of request: Request,
        on channel: any Channel,
        _ use: (ByteBuffer) async -> Value
    ) async throws -> Value {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        if let length, length > maximumBytes { throw Refusal.tooLarge }
        // A body of unknown length may become as large as any.
        let reserved = length ?? maximumBytes
        guard budget.reserve(reserved) else { throw Refusal.outOfBudget }
        defer { budget.release(reserved) }
        return await use(try await read(request, on: channel))
    }

    private func read(_ request: Request, on channel: any Channel) async throws -> ByteBuffer {
        let id = watch.begin(on: channel, within: limit)
        defer { watch.end(id) }
        var body = ByteBuffer()
        for try await part in request.body {
            guard body.readableBytes + part.readableBytes <= maximumBytes else { throw Refusal.tooLarge }
            // The usual body comes in one piece, which needs no copy.
            if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
        }
        return body
    }

    /// An answer to a request whose body, if it has one, is not waited for: the client reads it, then the connection
    /// goes.
    static func abandoning(_ request: Request, _ reply: HTTPReply, _ channel: any Channel) -> HTTPReply {
        let length = request.headers[.contentLength]
        guard request.headers[.transferEncoding] != nil || length != nil && length != "0" else { return reply }
        var reply = reply
        reply.response.headers[.connection] = "close"
        let body = reply.response.body
        reply.response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.close(mode: .output, promise: nil)
            // Closing at once would reset the connection under the answer while the client still sends.
            channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
        }
        return reply
    }
}
