/// The SMTP server that takes mails, and how to talk to it.
public struct SMTPConfiguration: Sendable {
    /// How the connection is protected.
    public enum TLS: String, Sendable, CaseIterable {
        /// Not at all.
        case none
        /// By the command STARTTLS, without which nothing is sent.
        case starttls
        /// From the first byte.
        case tls
    }

    /// Who the server is asked to take us for.
    public struct Credentials: Sendable {
        public let username: String
        public let password: String

        public init(username: String, password: String) {
            self.username = username
            self.password = password
        }
    }

    public var host: String
    public var port: Int
    public var tls: TLS
    public var credentials: Credentials?
    public var sender: MailSender
    /// A PEM file of authorities to trust instead of the system's.
    public var authorityFile: String?
    public var connectTimeoutMilliseconds: Int = 10_000
    /// For all of one mail.
    public var timeoutMilliseconds: Int = 30_000

    public init(host: String, port: Int, tls: TLS, credentials: Credentials? = nil, sender: MailSender) {
        self.host = host
        self.port = port
        self.tls = tls
        self.credentials = credentials
        self.sender = sender
    }
}
