import Mail
import Testing

@Suite struct MailAddressTests {
    @Test(arguments: ["a@b.example", "first.last+tag@mail.example.com", "jörg@exämple.de", "o'brien@x.example"])
    func accepts(_ text: String) {
        #expect(MailAddress(text)?.text == text)
    }

    /// Whatever would end a header, add a recipient or end a command.
    @Test(
        arguments: [
            "", "@", "a@", "@b", "a", "a@b@c", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "a@b.example\n",
            "a@b.example,c@d.example", "a@b.example;c", "<a@b.example>", "a\u{0}@b.example", "a\u{85}@b.example",
            "a@b.example\u{2028}", "\"a\"@b.example", "a@[127.0.0.1]", "a@b.example>\r\nRCPT TO:<x@y.example",
            String(repeating: "a", count: 320) + "@b.example",
        ]
    )
    func refuses(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func senderHasANameOrNone() {
        #expect(MailSender("no-reply@example.com")?.name == nil)
        let sender = MailSender("Rollcall <no-reply@example.com>")
        #expect(sender?.name == "Rollcall")
        #expect(sender?.address.text == "no-reply@example.com")
        for text in ["", "Rollcall", "Rollcall <>", "Rollcall <a@b", "Rollcall <a@b.example> x", "<a@b.example"] {
            #expect(MailSender(text) == nil, "\(text)")
        }
    }
}
