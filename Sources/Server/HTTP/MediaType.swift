/// The media types of GraphQL over HTTP.
enum MediaType {
    /// `application/json` in UTF-8, the only encoding that JSON is exchanged in (RFC 8259, section 8.1).
    static func isJSON(_ contentType: String?) -> Bool {
        guard let contentType else { return false }
        if contentType == "application/json" { return true }
        let essence = contentType.prefix { $0 != ";" && $0 != " " }
        guard essence.lowercased() == "application/json" else { return false }
        let parameters = contentType.lowercased().split(separator: ";").dropFirst()
        return parameters.allSatisfy { parameter in
            let parts = parameter.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.split(separator: "=", maxSplits: 1)
            return parts.first != "charset" || parts.last == "utf-8" || parts.last == "utf8"
        }
    }

    static func acceptsGraphQLResponse(_ accept: String?) -> Bool {
        accept?.contains("application/graphql-response+json") ?? false
    }

    /// Whether a browser asks for a page.
    static func acceptsPage(_ accept: String?) -> Bool {
        accept?.contains("text/html") ?? false
    }
}
