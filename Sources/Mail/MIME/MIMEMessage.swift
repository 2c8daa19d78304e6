import FoundationEssentials

/// Composes what goes over the wire: headers, and the two bodies as alternatives (RFC 5322, RFC 2046 section 5.1.4).
enum MIMEMessage {
    static func compose(_ message: MailMessage, from sender: MailSender) -> String {
        // Quoted-printable never has "=_", so no body holds the boundary.
        let boundary = "=_rollcall_\(message.id.uuidString)"
        let headers = [
            "From: \(mailbox(sender))",
            "To: <\(message.to.text)>",
            "Subject: \(HeaderText.encode(message.subject))",
            "Date: \(MailDate.text(message.date))",
            "Message-ID: <\(message.id.uuidString.lowercased())@\(sender.address.domain)>",
            // No holiday notice is to answer (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
        let parts = [part("text/plain", message.text, boundary), part("text/html", message.html, boundary)]
        return headers.joined(separator: "\r\n") + "\r\n\r\n" + parts.joined() + "--\(boundary)--\r\n"
    }

    private static func mailbox(_ sender: MailSender) -> String {
        let address = "<\(sender.address.text)>"
        return sender.name.map { "\(HeaderText.encode($0)) \(address)" } ?? address
    }

    private static func part(_ type: String, _ body: String, _ boundary: String) -> String {
        """
        --\(boundary)\r
        Content-Type: \(type); charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        \(QuotedPrintable.encode(body))
        """
    }
}
