import HTTPTypes
import Hummingbird

/// The header fields of answers, made once.
enum HTTPHeaders {
    static let requestID = HTTPField.Name("x-request-id")!
    static let forwardedFor = HTTPField.Name("x-forwarded-for")!
    /// Sets the clock of one request when ENVIRONMENT is test.
    static let testClock = HTTPField.Name("x-rollcall-now")!
    /// Whatever its value, it shows that a request with cookies comes from a page that may make it.
    static let forgeryProtection = HTTPField.Name("x-rollcall-csrf")!
    /// Asks for the cost of the request in the answer's extensions.
    static let cost = HTTPField.Name("x-rollcall-cost")!

    /// For every answer: nothing is guessed about its type, and nothing keeps a copy of it.
    static let base: HTTPFields = [.xContentTypeOptions: "nosniff", .cacheControl: "no-store"]
    static let json = base.adding(.contentType, "application/json; charset=utf-8")
    static let graphQLResponse = base.adding(.contentType, "application/graphql-response+json; charset=utf-8")
    static let plainText = base.adding(.contentType, "text/plain; charset=utf-8")

    /// Everything that the GraphiQL page loads comes from this server.
    static let page = base.adding(.contentType, "text/html; charset=utf-8")
        .adding(
            .contentSecurityPolicy,
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        )
        .adding(HTTPField.Name("referrer-policy")!, "no-referrer")
}

extension HTTPFields {
    func adding(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}
