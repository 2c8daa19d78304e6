import HTTPTypes
import Hummingbird
import NIOCore

/// An answer on its way out: the response, and what the log says of it.
struct HTTPReply: Sendable {
    var response: Response
    /// Code of the first error; nil for success.
    let code: String?

    init(_ response: Response, code: String? = nil) {
        self.response = response
        self.code = code
    }

    /// The answer to GraphQL operations, in the media type that the client prefers.
    init(_ answer: Answer, headers: HTTPFields = HTTPHeaders.json) {
        var headers = headers
        if let seconds = answer.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        response = Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        )
        code = answer.code
    }

    /// An error as GraphQL clients read it.
    init(_ code: ErrorCode, _ message: String) {
        self.init(ErrorAnswer.answer(code, message))
    }

    init(status: HTTPResponse.Status = .ok, headers: HTTPFields, text: String) {
        self.init(Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text))))
    }
}
