import HTTPTypes
import Hummingbird
import NIOCore
import Resolvers
import Time

/// `POST /graphql`.
struct GraphQLEndpoint: Sendable {
    let pipeline: RequestPipeline
    let limits: ServerLimits
    let body: RequestBodyReader
    let watch: RequestWatch
    let cookies: TokenCookies
    /// Whether the clock of a request may come from its headers.
    let acceptsTestClock: Bool

    func reply(to request: Request, caller: ClientIdentity, on channel: any Channel) async throws -> HTTPReply {
        guard MediaType.isJSON(request.headers[.contentType]) else {
            let message = "Send the request with Content-Type: application/json."
            return RequestBodyReader.abandoning(request, HTTPReply(.unsupportedMediaType, message), channel)
        }
        guard !cookies.mayBeForged(request.headers) else {
            let message = "A request with cookies needs the header x-rollcall-csrf, with any value."
            return RequestBodyReader.abandoning(request, HTTPReply(.unauthenticated, message), channel)
        }
        let answer: Answer
        do {
            answer = try await body.withBody(of: request, on: channel) { bytes in
                await self.answer(bytes, request, caller, channel)
            }
        } catch let refusal as RequestBodyReader.Refusal {
            return RequestBodyReader.abandoning(request, HTTPReply(body.answer(refusal)), channel)
        }
        let isGraphQL = MediaType.acceptsGraphQLResponse(request.headers[.accept])
        var reply = HTTPReply(answer, headers: isGraphQL ? HTTPHeaders.graphQLResponse : HTTPHeaders.json)
        if let change = answer.cookieChange {
            let fields = cookies.fields(for: change, now: now(request) ?? .now())
            reply.response.headers.append(contentsOf: fields)
        }
        return reply
    }

    private func answer(
        _ bytes: ByteBuffer,
        _ request: Request,
        _ identity: ClientIdentity,
        _ channel: any Channel
    ) async -> Answer {
        let asked: GraphQLRequestBody
        do throws(GraphQLRequestError) {
            asked = try read(bytes)
        } catch {
            return ErrorAnswer.answer(.request(error))
        }
        guard let caller = caller(request, identity) else {
            return ErrorAnswer.answer(.badRequest, "The header x-rollcall-now must be an RFC 3339 instant.")
        }
        let pipeline = pipeline
        return await watch.run(on: channel, within: .seconds(limits.requestSeconds)) {
            switch asked {
            case .single(let request): await pipeline.answer(request, from: caller)
            case .batch(let requests): await pipeline.answer(requests, from: caller)
            }
        }
    }

    private func read(_ bytes: ByteBuffer) throws(GraphQLRequestError) -> GraphQLRequestBody {
        let result = bytes.withUnsafeReadableBytes { buffer in
            Result { () throws(GraphQLRequestError) in
                try GraphQLRequestBody(
                    buffer,
                    maximumDepth: limits.nesting,
                    maximumBatch: limits.batchedOperations,
                    takesOnError: limits.takesOnError
                )
            }
        }
        return try result.get()
    }

    /// Nil when the test clock is malformed.
    private func caller(_ request: Request, _ identity: ClientIdentity) -> Caller? {
        guard let now = now(request) else { return nil }
        let session = cookies.session(request.headers)
        return Caller(
            authorization: request.headers[.authorization],
            accessCookie: session == nil ? nil : cookies.read(request.headers).access,
            information: RequestInformation(
                requestID: identity.requestID,
                clientAddress: identity.address,
                userAgent: request.headers[.userAgent],
                now: now,
                cookies: session
            ),
            wantsCost: request.headers[HTTPHeaders.cost] != nil
        )
    }

    private func now(_ request: Request) -> Timestamp? {
        guard acceptsTestClock, let text = request.headers[HTTPHeaders.testClock] else { return Timestamp.now() }
        return Timestamp(rfc3339: text)
    }
}

/// What names a request and its sender.
struct ClientIdentity: Sendable {
    let requestID: String
    /// The socket's, or what trusted proxies say.
    let address: String?
}
