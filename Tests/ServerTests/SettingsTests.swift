import Auth
import Mail
import Testing

@testable import Server

@Suite struct SettingsTests {
    static let complete = [
        "DATABASE_URL": "postgresql://app@/rollcall",
        "JWT_SECRET_KEY": "0123456789abcdef0123456789abcdef",
    ]

    private func settings(_ changes: [String: String]) throws(SettingError) -> Settings {
        let environment = Self.complete.merging(changes) { $1 }
        return try Settings(SettingsReader(environment: environment, file: [:]))
    }

    @Test func defaults() throws {
        let settings = try settings([:])
        #expect(settings.environment == .development)
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8080)
        #expect(settings.publicURL == "http://127.0.0.1:8080")
        #expect(settings.isRegistrationEnabled)
        #expect(settings.tokens.accessLifetimeMinutes == 30)
        #expect(settings.tokens.refreshLifetimeDays == 7)
        #expect(settings.limits.bodyBytes == 262_144)
        #expect(settings.limits.anonymousTokens == 2_000)
        #expect(settings.limits.signedInTokens == 8_000)
        #expect(settings.limits.batchedOperations == 25)
        #expect(settings.graphiQLDirectory == ".rollcall/graphiql")
    }

    @Test func environmentWinsOverTheFile() throws {
        let reader = SettingsReader(environment: ["PORT": "1", "HOST": ""], file: ["PORT": "2", "HOST": "::1"])
        #expect(try reader.int("PORT", default: 3, in: 0...9) == 1)
        #expect(reader.string("HOST", default: "x") == "::1")
    }

    /// One line per mistake: the variable and value, and the sentence that the operator reads.
    @Test(arguments: [
        (
            ["DATABASE_URL": ""],
            "DATABASE_URL is not set: the server's connection, such as "
                + "postgresql://rollcall_app:…@localhost:5432/rollcall."
        ),
        (
            ["DATABASE_URL": "mysql://secret"],
            "DATABASE_URL must be a URI such as postgresql://user:password@host:5432/database."
        ),
        (
            ["JWT_SECRET_KEY": ""],
            "JWT_SECRET_KEY is not set: at least 32 random bytes, for example from: "
                + "openssl rand -base64 48"
        ),
        (
            ["JWT_SECRET_KEY": "0123456789abcdef0123456789abcde"],
            "JWT_SECRET_KEY must have at least 32 bytes; it has 31."
        ),
        (["JWT_SECRET_KEY_PREVIOUS": "short"], "JWT_SECRET_KEY_PREVIOUS must have at least 32 bytes; it has 5."),
        (
            ["JWT_SECRET_KEY_PREVIOUS": "0123456789abcdef0123456789abcdef"],
            "JWT_SECRET_KEY_PREVIOUS must differ from JWT_SECRET_KEY."
        ),
        (["PORT": "80a"], "PORT must be a whole number from 0 to 65535, not \"80a\"."),
        (["PORT": "70000"], "PORT must be a whole number from 0 to 65535, not \"70000\"."),
        (["ENABLE_REGISTRATION": "maybe"], "ENABLE_REGISTRATION must be true or false, not \"maybe\"."),
        (["ENVIRONMENT": "staging"], "ENVIRONMENT must be one of development, production, test, not \"staging\"."),
        (
            ["LOG_LEVEL": "loud"],
            "LOG_LEVEL must be one of trace, debug, info, notice, warning, error, critical, not \"loud\"."
        ),
        (
            ["CORS_ORIGINS": "https://a.example,b.example"],
            "CORS_ORIGINS must be a list of origins such as https://app.example.com, not \"b.example\"."
        ),
        (
            ["TRUSTED_PROXIES": "10.0.0.0/33"],
            "TRUSTED_PROXIES must be a list of addresses or networks such as 10.0.0.0/8, not \"10.0.0.0/33\"."
        ),
        (["PUBLIC_URL": "app.example"], "PUBLIC_URL must be an http or https address, not \"app.example\"."),
        (["COOKIE_SAME_SITE": "no"], "COOKIE_SAME_SITE must be one of strict, lax, none, not \"no\"."),
        (
            ["COOKIE_SECURE": "false", "COOKIE_SAME_SITE": "none"],
            "COOKIE_SECURE must be true in production and with COOKIE_SAME_SITE none, not \"false\"."
        ),
        (["ENVIRONMENT": "production"], "PUBLIC_URL is not set: the address that people reach the server by."),
        (
            ["ENVIRONMENT": "test", "HOST": "0.0.0.0"],
            "HOST must be a loopback address when ENVIRONMENT is test, not \"0.0.0.0\"."
        ),
        (
            ["ENVIRONMENT": "test", "PUBLIC_URL": "https://app.example"],
            "PUBLIC_URL must be an http address when ENVIRONMENT is test, not \"https://app.example\"."
        ),
        (
            ["REQUEST_BODY_LIMIT_BYTES": "1"],
            "REQUEST_BODY_LIMIT_BYTES must be a whole number from 1024 to 16777216, not \"1\"."
        ),
    ])
    func names(_ changes: [String: String], _ sentence: String) {
        let error = #expect(throws: SettingError.self) { try settings(changes) }
        #expect(error?.description == sentence)
    }

    @Test(arguments: [
        (["MAIL_FROM": ""], "MAIL_FROM is not set: who mails come from, such as Rollcall <no-reply@example.com>."),
        (
            ["MAIL_FROM": "Rollcall"],
            "MAIL_FROM must be an address such as Rollcall <no-reply@example.com>, not \"Rollcall\"."
        ),
        (["SMTP_TLS": "ssl"], "SMTP_TLS must be one of none, starttls, tls, not \"ssl\"."),
        (["SMTP_USERNAME": "u"], "SMTP_PASSWORD is not set: the password that belongs to SMTP_USERNAME."),
        (["SMTP_PASSWORD": "p"], "SMTP_USERNAME is not set: the name that belongs to SMTP_PASSWORD."),
        (
            ["SMTP_USERNAME": "u", "SMTP_PASSWORD": "p", "SMTP_TLS": "none"],
            "SMTP_TLS must not be none with SMTP_PASSWORD, which anybody on the way could read."
        ),
    ])
    func namesInMailSettings(_ changes: [String: String], _ sentence: String) {
        let mail = ["SMTP_HOST": "mail.example.com", "MAIL_FROM": "a@b.example"].merging(changes) { $1 }
        let error = #expect(throws: SettingError.self) { try settings(mail) }
        #expect(error?.description == sentence)
    }

    @Test func mailsGoToAFileOrOverSMTP() throws {
        #expect(try settings([:]).mail.smtp?.host == nil)
        let ports = [("none", 25), ("starttls", 587), ("tls", 465)]
        for (tls, port) in ports {
            let mail = ["SMTP_HOST": "mail.example.com", "MAIL_FROM": "a@b.example", "SMTP_TLS": tls]
            #expect(try settings(mail).mail.smtp?.port == port)
        }
    }

    @Test func migrationsNeedTheOwner() {
        let error = #expect(throws: SettingError.self) {
            try DatabaseOwnerSettings(SettingsReader(environment: [:], file: [:]))
        }
        #expect(error?.description.hasPrefix("DATABASE_OWNER_URL is not set:") == true)
    }

    @Test(arguments: [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"), ("10.1.2.3", "198.51.100.1", "198.51.100.1"),
        ("10.1.2.3", "1.2.3.4, 198.51.100.1, 10.9.9.9", "198.51.100.1"), ("10.1.2.3", "nonsense", "10.1.2.3"),
        ("10.1.2.3", "198.51.100.1, nonsense", "10.1.2.3"), ("::ffff:10.1.2.3", "2001:db8::1", "2001:db8::1"),
        ("10.1.2.3", "10.4.5.6", "10.4.5.6"), ("10.1.2.3", "", "10.1.2.3"),
    ])
    func clientAddress(_ socket: String, _ forwardedFor: String, _ expected: String) throws {
        let proxies = try TrustedProxies(["10.0.0.0/8"], trustsLoopback: false)
        #expect(proxies.clientAddress(socket: socket, forwardedFor: forwardedFor) == expected)
        #expect(proxies.clientAddress(socket: socket, forwardedFor: nil) == socket)
    }

    @Test func networksOfOddLength() throws {
        let network = try #require(IPNetwork("192.0.2.128/25"))
        #expect(network.contains("192.0.2.129"))
        #expect(!network.contains("192.0.2.127"))
        #expect(!network.contains("2001:db8::1"))
        #expect(IPNetwork("::/0")?.contains("2001:db8::1") == true)
        #expect(IPNetwork("300.1.1.1") == nil)
    }

    @Test func refreshKeysDifferFromThoseOfAccessTokens() throws {
        let tokens = try settings([:]).tokens
        #expect(tokens.accessKeys.current.id != tokens.refreshKeys.current.id)
        let again = try settings([:]).tokens
        #expect(again.refreshKeys.current.id == tokens.refreshKeys.current.id)
    }
}
