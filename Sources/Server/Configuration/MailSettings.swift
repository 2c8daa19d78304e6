import Mail

/// Where mails go.
struct MailSettings: Sendable {
    /// Nil without SMTP_HOST: mails go to a file.
    let smtp: SMTPConfiguration?

    init(_ reader: SettingsReader) throws(SettingError) {
        guard let host = reader.optional("SMTP_HOST") else {
            smtp = nil
            return
        }
        let tls = try reader.choice("SMTP_TLS", default: SMTPConfiguration.TLS.starttls)
        let port = try reader.int("SMTP_PORT", default: Self.port(tls), in: 1...65_535)
        let credentials = try Self.credentials(reader)
        guard tls != .none || credentials == nil || Self.isLoopback(host) else {
            throw SettingError("SMTP_TLS must not be none with SMTP_PASSWORD, which anybody on the way could read.")
        }
        var smtp = SMTPConfiguration(
            host: host,
            port: port,
            tls: tls,
            credentials: credentials,
            sender: try Self.sender(reader)
        )
        smtp.authorityFile = reader.optional("SMTP_CA_FILE")
        // Below the time limit of the job that sends.
        smtp.timeoutMilliseconds = try reader.int("SMTP_TIMEOUT_SECONDS", default: 30, in: 1...50) * 1_000
        self.smtp = smtp
    }

    private static func port(_ tls: SMTPConfiguration.TLS) -> Int {
        switch tls {
        case .none: 25
        case .starttls: 587
        case .tls: 465
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        ["127.0.0.1", "::1", "localhost"].contains(host)
    }

    private static func credentials(_ reader: SettingsReader) throws(SettingError) -> SMTPConfiguration.Credentials? {
        guard let username = reader.optional("SMTP_USERNAME") else {
            guard reader.optional("SMTP_PASSWORD") == nil else {
                throw .missing("SMTP_USERNAME", "the name that belongs to SMTP_PASSWORD.")
            }
            return nil
        }
        let password = try reader.required("SMTP_PASSWORD", "the password that belongs to SMTP_USERNAME.")
        return SMTPConfiguration.Credentials(username: username, password: password)
    }

    private static func sender(_ reader: SettingsReader) throws(SettingError) -> MailSender {
        let text = try reader.required("MAIL_FROM", "who mails come from, such as Rollcall <no-reply@example.com>.")
        guard let sender = MailSender(text) else {
            throw .invalid("MAIL_FROM", "an address such as Rollcall <no-reply@example.com>", text)
        }
        return sender
    }
}
