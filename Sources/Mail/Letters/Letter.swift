public import FoundationEssentials
public import Time

/// What the server writes to people.
public enum Letter: Sendable, Equatable {
    case verifyAddress(link: String, validHours: Int64)
    case changeAddress(link: String, validHours: Int64)
    case resetPassword(link: String, validMinutes: Int64)
    case invitation(organization: String, inviter: String, link: String, validHours: Int64)
    case passwordChanged(at: Timestamp)
    /// To the address that was given up.
    case addressChanged(at: Timestamp)
    /// A refresh token was used a second time, so somebody else may have it.
    case sessionRevoked(at: Timestamp)

    /// The mail with both of its bodies.
    ///
    /// - Parameter locale: a language tag (BCP 47) of whoever reads it; English where letters are not written in it.
    public func message(id: UUID, to address: MailAddress, locale: String, date: Timestamp) -> MailMessage {
        let language = LetterLanguage(locale: locale)
        let content = language.content(of: self)
        return MailMessage(
            id: id,
            to: address,
            subject: content.subject,
            text: content.text,
            html: content.html(in: language),
            link: content.action?.link,
            date: date
        )
    }
}
