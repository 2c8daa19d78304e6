public import FoundationEssentials
public import Time

/// A mail to one person.
public struct MailMessage: Sendable, Equatable {
    /// The same for each attempt to send it, so that whoever gets it twice can tell.
    public let id: UUID
    public let to: MailAddress
    public let subject: String
    public let text: String
    public let html: String
    /// What the reader is asked to open; it carries a secret.
    public let link: String?
    public let date: Timestamp

    public init(
        id: UUID,
        to: MailAddress,
        subject: String,
        text: String,
        html: String,
        link: String? = nil,
        date: Timestamp
    ) {
        self.id = id
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.link = link
        self.date = date
    }
}
