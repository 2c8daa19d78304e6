import Auth
import FoundationEssentials
import Logging

/// Everything that can be set for the server, read once at the start and held to its type.
struct Settings: Sendable {
    let environment: DeploymentEnvironment
    let host: String
    /// 0 lets the system choose.
    let port: Int
    let publicURL: String
    let databaseURL: String
    let databasePoolSize: Int
    let migrationsDirectory: String
    let stateDirectory: String
    let graphiQLDirectory: String
    let filesDirectory: String
    let tokens: TokenSettings
    let cookies: CookieSettings
    let isRegistrationEnabled: Bool
    let allowedOrigins: AllowedOrigins
    let trustedProxies: TrustedProxies
    let logLevel: Logger.Level
    let limits: ServerLimits
    let signIn: SignInLimits
    let mail: MailSettings

    init(_ reader: SettingsReader) throws(SettingError) {
        environment = try reader.choice("ENVIRONMENT", default: .development)
        host = reader.string("HOST", default: "127.0.0.1")
        port = try reader.int("PORT", default: 8080, in: 0...65_535)
        publicURL = try Self.publicURL(reader, environment, default: "http://\(host):\(port)")
        let hint = "the server's connection, such as postgresql://rollcall_app:…@localhost:5432/rollcall."
        databaseURL = try reader.postgresURL("DATABASE_URL", try reader.required("DATABASE_URL", hint))
        databasePoolSize = try reader.int("DATABASE_POOL_SIZE", default: 4, in: 1...100)
        migrationsDirectory = reader.string("MIGRATIONS_DIRECTORY", default: "migrations")
        stateDirectory = reader.string("ROLLCALL_STATE_DIRECTORY", default: ".rollcall")
        graphiQLDirectory = reader.string("GRAPHIQL_DIRECTORY", default: "\(stateDirectory)/graphiql")
        filesDirectory = reader.string("FILES_DIRECTORY", default: "\(stateDirectory)/files")
        tokens = try TokenSettings(reader)
        cookies = try CookieSettings(reader, environment)
        isRegistrationEnabled = try reader.bool("ENABLE_REGISTRATION", default: true)
        allowedOrigins = try AllowedOrigins(reader.list("CORS_ORIGINS"))
        trustedProxies = try TrustedProxies(reader.list("TRUSTED_PROXIES"), trustsLoopback: environment == .test)
        logLevel = try reader.choice("LOG_LEVEL", default: .info)
        limits = try ServerLimits(reader)
        signIn = try SignInLimits(reader)
        mail = try MailSettings(reader)
        try checkEnvironment()
    }

    private func checkEnvironment() throws(SettingError) {
        guard environment == .test else { return }
        guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw .invalid("HOST", "a loopback address when ENVIRONMENT is test", host)
        }
        guard !publicURL.hasPrefix("https://") else {
            throw .invalid("PUBLIC_URL", "an http address when ENVIRONMENT is test", publicURL)
        }
    }

    /// Links in mails begin with it, so production has to say it.
    private static func publicURL(
        _ reader: SettingsReader,
        _ environment: DeploymentEnvironment,
        default fallback: String
    ) throws(SettingError) -> String {
        let isOptional = environment != .production
        let hint = "the address that people reach the server by."
        let url = isOptional ? reader.string("PUBLIC_URL", default: fallback) : try reader.required("PUBLIC_URL", hint)
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            throw .invalid("PUBLIC_URL", "an http or https address", url)
        }
        return url
    }
}
