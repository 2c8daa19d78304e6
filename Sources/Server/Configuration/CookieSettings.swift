/// How the cookies of pages in browsers are kept.
struct CookieSettings: Sendable {
    /// Whether a page of another site may cause them to be sent (RFC 6265bis, section 4.1.2.7).
    enum SameSite: String, CaseIterable, Sendable {
        case strict, lax, none

        /// As the cookie says it.
        var attribute: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// Whether they are sent over HTTPS only.
    let isSecure: Bool
    let sameSite: SameSite

    init(isSecure: Bool = true, sameSite: SameSite = .strict) {
        self.isSecure = isSecure
        self.sameSite = sameSite
    }

    init(_ reader: SettingsReader, _ environment: DeploymentEnvironment) throws(SettingError) {
        isSecure = try reader.bool("COOKIE_SECURE", default: true)
        sameSite = try reader.choice("COOKIE_SAME_SITE", default: .strict)
        if !isSecure, environment == .production || sameSite == .none {
            throw .invalid("COOKIE_SECURE", "true in production and with COOKIE_SAME_SITE none", "false")
        }
    }
}
