/// Hands mails on.
public protocol MailTransport: Sendable {
    /// Returns when somebody else has taken responsibility for the mail.
    func send(_ message: MailMessage) async throws(MailFailure)
}

/// Why a mail was not taken.
public struct MailFailure: Error, Sendable, Equatable {
    /// A sentence for operators, without secrets.
    public let reason: String
    /// The other side will never take it.
    public let isPermanent: Bool

    public init(_ reason: String, isPermanent: Bool = false) {
        self.reason = reason
        self.isPermanent = isPermanent
    }
}
