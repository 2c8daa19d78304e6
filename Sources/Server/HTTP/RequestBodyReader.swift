import HTTPTypes
import Hummingbird
import NIOCore

/// Reads a request's body up to a limit and within a time.
struct RequestBodyReader: Sendable {
    let maximumBytes: Int
    let limit: Duration
    let watch: RequestWatch

    /// The body; nil when it is larger than allowed. The connection is closed when it does not arrive in time.
    func read(_ request: Request, on channel: any Channel) async throws -> ByteBuffer? {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > maximumBytes { return nil }
        let id = watch.begin(on: channel, within: limit)
        defer { watch.end(id) }
        var body = ByteBuffer()
        for try await part in request.body {
            guard body.readableBytes + part.readableBytes <= maximumBytes else { return nil }
            // The usual body comes in one piece, which needs no copy.
            if body.readableBytes == 0 { body = part } else { body.writeImmutableBuffer(part) }
        }
        return body
    }

    /// An answer after which the rest of the body is not waited for: the client reads it, then the connection goes.
    static func closing(_ reply: HTTPReply, _ channel: any Channel) -> HTTPReply {
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
