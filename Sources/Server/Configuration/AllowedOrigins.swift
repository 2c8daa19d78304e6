/// Web origins whose pages may call the server (CORS_ORIGINS).
struct AllowedOrigins: Sendable {
    private let origins: Set<String>
    private let allowsAll: Bool

    /// - Parameter list: origins such as `https://app.example.com`, or `*` alone.
    init(_ list: [String]) throws(SettingError) {
        allowsAll = list == ["*"]
        if !allowsAll {
            for origin in list where !Self.isOrigin(origin) {
                throw .invalid("CORS_ORIGINS", "a list of origins such as https://app.example.com", origin)
            }
        }
        origins = Set(list)
    }

    var isEmpty: Bool { origins.isEmpty }

    /// Whether pages may send their cookies: those of origins that are named, not of all there are.
    var allowsCredentials: Bool { !allowsAll }

    func contains(_ origin: String) -> Bool {
        allowsAll || origins.contains(origin)
    }

    private static func isOrigin(_ text: String) -> Bool {
        for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            return !rest.isEmpty && !rest.contains("/") && !rest.contains("*")
        }
        return false
    }
}
