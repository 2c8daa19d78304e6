import FoundationEssentials
import Testing
import Time

@testable import Mail

@Suite struct MIMEMessageTests {
    private static let id = UUID(uuidString: "00000000-0000-4000-8000-000000000001")!

    private func compose(
        subject: String = "Hello",
        text: String = "Text",
        from: String = "a@b.example"
    ) throws -> String {
        let message = MailMessage(
            id: Self.id,
            to: try #require(MailAddress("ada@example.com")),
            subject: subject,
            text: text,
            html: "<p>Text</p>",
            date: Timestamp(secondsSinceEpoch: 1_795_272_290)
        )
        return MIMEMessage.compose(message, from: try #require(MailSender(from)))
    }

    private func headers(_ composed: String) -> [String] {
        let head = composed.firstRange(of: "\r\n\r\n").map { composed[..<$0.lowerBound] } ?? ""
        return head.split(separator: "\r\n").map(String.init)
    }

    @Test func hasBothBodies() throws {
        let composed = try compose()
        let expected = """
            From: <a@b.example>
            To: <ada@example.com>
            Subject: Hello
            Date: Sat, 21 Nov 2026 14:44:50 +0000
            Message-ID: <00000000-0000-4000-8000-000000000001@b.example>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
             boundary="=_rollcall_00000000-0000-4000-8000-000000000001"

            --=_rollcall_00000000-0000-4000-8000-000000000001
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Text
            --=_rollcall_00000000-0000-4000-8000-000000000001
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Text</p>
            --=_rollcall_00000000-0000-4000-8000-000000000001--

            """
        #expect(composed.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") == expected)
    }

    @Test func noTextEndsItsHeader() throws {
        let evil = "Hi\r\nBcc: victim@example.com\r\n\r\nBody"
        let composed = try compose(subject: evil, from: "Evil\r\nBcc: x@y.example <a@b.example>")
        #expect(headers(composed).allSatisfy { !$0.hasPrefix("Bcc") })
        let names = headers(composed).filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(names == headers(try compose()).filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } })
    }

    @Test func otherLettersAreEncodedWords() throws {
        let plain = headers(try compose(subject: "Grüße"))
        #expect(plain.contains("Subject: =?UTF-8?B?R3LDvMOfZQ==?="))
        let long = try compose(subject: String(repeating: "Grüße 👩‍👩‍👧 ", count: 12))
        let lines = headers(long)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 128 } })
        let words = lines.joined().split(separator: "=?UTF-8?B?").dropFirst().compactMap {
            $0.split(separator: "?=").first
        }
        let decoded = words.compactMap { Data(base64Encoded: String($0)) }.map { String(decoding: $0, as: UTF8.self) }
        #expect(decoded.joined() == String(repeating: "Grüße 👩‍👩‍👧 ", count: 12))
    }

    /// Whoever writes an encoded word into a name must not have it decoded.
    @Test func encodedWordsOfUsersStayText() {
        #expect(HeaderText.encode("=?UTF-8?B?QQ==?=").hasPrefix("=?UTF-8?B?PT9V"))
        #expect(HeaderText.encode("a, b <c@d.example>").hasPrefix("=?UTF-8?B?"))
    }

    @Test(arguments: [
        ("a=b", "a=3Db\r\n"), ("é", "=C3=A9\r\n"), ("end \nnext", "end=20\r\nnext\r\n"), ("a\r\nb", "a\r\nb\r\n"),
        (".", ".\r\n"), ("tab\t", "tab=09\r\n"), ("", "\r\n"),
    ])
    func quotedPrintable(_ text: String, _ encoded: String) {
        #expect(QuotedPrintable.encode(text) == encoded)
    }

    @Test func linesStayShort() {
        let lines = QuotedPrintable.encode(String(repeating: "añb ", count: 200)).split(separator: "\r\n")
        #expect(lines.count > 10)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }
}
