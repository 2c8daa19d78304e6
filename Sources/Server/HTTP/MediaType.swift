/// The media types of GraphQL over HTTP.
enum MediaType {
    /// `application/json`, whatever its parameters.
    static func isJSON(_ contentType: String?) -> Bool {
        guard let contentType else { return false }
        if contentType == "application/json" { return true }
        let essence = contentType.prefix { $0 != ";" && $0 != " " }
        return essence.lowercased() == "application/json"
    }

    static func acceptsGraphQLResponse(_ accept: String?) -> Bool {
        accept?.contains("application/graphql-response+json") ?? false
    }

    /// Whether a browser asks for a page.
    static func acceptsPage(_ accept: String?) -> Bool {
        accept?.contains("text/html") ?? false
    }
}
