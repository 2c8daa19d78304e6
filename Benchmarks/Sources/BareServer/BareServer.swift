import Hummingbird
import Logging

/// The least that a Hummingbird server can do with a POST: read the body and answer a constant.
/// `typename` compares Rollcall with it.
@main
struct BareServer {
    static func main() async throws {
        let router = Router()
        router.post("/graphql") { request, _ in
            var request = request
            let body = try await request.collectBody(upTo: 262_144)
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"bytes":\#(body.readableBytes)}"#))
            )
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .notice
        let port = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 9922
        let configuration = ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        try await Application(router: router, configuration: configuration, logger: logger).runService()
    }
}
