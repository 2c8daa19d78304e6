import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Resolvers

/// Sends a request to what answers it, names it, and logs it.
struct HTTPRouter: HTTPResponder {
    let graphQL: GraphQLEndpoint
    let graphiQL: GraphiQL
    let files: FileEndpoint
    let health: Health
    let crossOrigin: CrossOrigin
    let trustedProxies: TrustedProxies
    let observer: Observer

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let start = ContinuousClock.now
        let identity = ClientIdentity(
            requestID: RequestID.choose(request.headers[HTTPHeaders.requestID]),
            address: trustedProxies.clientAddress(
                socket: context.channel.remoteAddress?.ipAddress,
                forwardedFor: request.headers[HTTPHeaders.forwardedFor]
            )
        )
        var reply = try await reply(to: request, identity, context.channel)
        reply.response.headers[HTTPHeaders.requestID] = identity.requestID
        crossOrigin.allow(request, &reply.response.headers)
        report(request, identity, reply, since: start)
        return reply.response
    }

    private func reply(
        to request: Request,
        _ identity: ClientIdentity,
        _ channel: any Channel
    ) async throws -> HTTPReply {
        if request.method == .post, request.uri.path == "/graphql" {
            return try await graphQL.reply(to: request, caller: identity, on: channel)
        }
        if request.method == .put, let token = Self.fileToken(request) {
            return try await files.put(token, request, on: channel)
        }
        return RequestBodyReader.abandoning(request, await replyWithoutBody(to: request), channel)
    }

    /// Answers what is not asked with a body.
    private func replyWithoutBody(to request: Request) async -> HTTPReply {
        if let token = Self.fileToken(request) { return await reply(to: request, fileToken: token) }
        return switch (request.method, request.uri.path) {
        case (.get, "/graphql") where MediaType.acceptsPage(request.headers[.accept]): graphiQL.page()
        case (.options, "/graphql"): crossOrigin.preflight(request, "POST, GET")
        case (_, "/graphql"): notAllowed("POST", "GraphQL operations are sent with POST.")
        case (.get, "/health"): health.liveness()
        case (.get, "/health/detailed"): await health.detailed()
        case (_, "/health"), (_, "/health/detailed"): notAllowed("GET", "Only GET is answered here.")
        case (.get, let path) where path.hasPrefix(GraphiQL.pathPrefix):
            graphiQL.file(path.dropFirst(GraphiQL.pathPrefix.count))
        default: HTTPReply(.notFound, "There is nothing here; the API is at /graphql.")
        }
    }

    private func reply(to request: Request, fileToken token: Substring) async -> HTTPReply {
        switch request.method {
        case .get: await files.get(token)
        case .options: crossOrigin.preflight(request, "GET, PUT")
        default: notAllowed("GET, PUT", "Files are read with GET and uploaded with PUT.")
        }
    }

    /// What follows the prefix of files' addresses.
    private static func fileToken(_ request: Request) -> Substring? {
        let path = request.uri.path
        return path.hasPrefix(FileServices.path) ? path.dropFirst(FileServices.path.count) : nil
    }

    private func notAllowed(_ methods: String, _ message: String) -> HTTPReply {
        var reply = HTTPReply(.methodNotAllowed, message)
        reply.response.headers[.allow] = methods
        return reply
    }

    private func report(
        _ request: Request,
        _ identity: ClientIdentity,
        _ reply: HTTPReply,
        since start: ContinuousClock.Instant
    ) {
        guard reply.code != nil || observer.logger.logLevel <= .debug else { return }
        let summary = RequestSummary(
            requestID: identity.requestID,
            method: request.method.rawValue,
            path: request.uri.path,
            status: reply.response.status.code,
            clientAddress: identity.address,
            duration: .now - start
        )
        if let code = reply.code {
            observer.observe(.requestRefused(summary, code: code))
        } else {
            observer.observe(.requestAnswered(summary))
        }
    }
}
