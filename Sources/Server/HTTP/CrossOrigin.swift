import HTTPTypes
import Hummingbird

/// Cross-origin resource sharing (Fetch standard, section "CORS protocol").
struct CrossOrigin: Sendable {
    let origins: AllowedOrigins

    private static let allowOrigin = HTTPField.Name.accessControlAllowOrigin

    /// Lets a page of an allowed origin read the response.
    func allow(_ request: Request, _ headers: inout HTTPFields) {
        guard !origins.isEmpty else { return }
        headers[.vary] = "Origin"
        guard let origin = request.headers[.origin], origins.contains(origin) else { return }
        headers[Self.allowOrigin] = origin
        if origins.allowsCredentials { headers[.accessControlAllowCredentials] = "true" }
        headers[.accessControlExposeHeaders] = "X-Request-ID, Retry-After"
    }

    /// The answer to a preflight request. A page of another origin finds no permission in it.
    ///
    /// - Parameter methods: which the path takes.
    func preflight(_ request: Request, _ methods: String) -> HTTPReply {
        var headers = HTTPHeaders.base
        if let origin = request.headers[.origin], origins.contains(origin) {
            headers[.accessControlAllowMethods] = methods
            headers[.accessControlAllowHeaders] = "Authorization, Content-Type, X-Request-ID, X-Rollcall-CSRF"
            headers[.accessControlMaxAge] = "600"
        }
        return HTTPReply(Response(status: .noContent, headers: headers))
    }
}
