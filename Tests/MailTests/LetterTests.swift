import FoundationEssentials
import Mail
import Testing
import Time

@Suite struct LetterTests {
    private static let link = "https://rollcall.example/x?token=abc&y=1"
    private static let instant = Timestamp(secondsSinceEpoch: 1_795_272_290)

    static let linked: [Letter] = [
        .verifyAddress(link: link, validHours: 24), .changeAddress(link: link, validHours: 24),
        .resetPassword(link: link, validMinutes: 60),
        .invitation(organization: "Engines", inviter: "Ada", link: link, validHours: 168),
    ]
    static let notices: [Letter] = [.passwordChanged(at: instant), .sessionRevoked(at: instant)]

    private func message(_ letter: Letter, _ locale: String = "en") throws -> MailMessage {
        letter.message(id: UUID(), to: try #require(MailAddress("a@b.example")), locale: locale, date: Self.instant)
    }

    @Test(arguments: linked, ["en", "de"])
    func bothBodiesHaveTheLink(_ letter: Letter, locale: String) throws {
        let message = try message(letter, locale)
        #expect(message.text.contains("\n\n\(Self.link)\n\n"))
        #expect(message.html.contains(#"<a href="https://rollcall.example/x?token=abc&amp;y=1">"#))
        #expect(message.link == Self.link)
    }

    @Test(arguments: notices)
    func noticesHaveNone(_ letter: Letter) throws {
        let message = try message(letter)
        #expect(message.link == nil)
        #expect(!message.html.contains("<a "))
        #expect(message.text.contains("21 Nov 2026"))
    }

    @Test(arguments: ["en", "de"])
    func subjectsDiffer(locale: String) throws {
        let subjects = try (Self.linked + Self.notices).map { try message($0, locale).subject }
        #expect(Set(subjects).count == subjects.count)
    }

    @Test(arguments: [
        ("de", "de"), ("de-AT", "de"), ("DE-Latn-CH", "de"), ("en-GB", "en"), ("fr", "en"), ("den", "en"),
    ])
    func theLanguageIsTheLocales(locale: String, language: String) throws {
        let subjects = ["en": "Your password was changed", "de": "Ihr Passwort wurde geändert"]
        let message = try message(.passwordChanged(at: Self.instant), locale)
        #expect(message.subject == subjects[language])
        #expect(message.html.contains("<html lang=\"\(language)\">"))
    }

    @Test func instantsAreWrittenAsTheLanguageDoes() throws {
        let text = try message(.passwordChanged(at: Self.instant), "de").text
        #expect(text.contains("am 21.11.2026 um 14:44 Uhr (UTC) geändert"))
    }

    /// Names are what people choose.
    @Test func namesAreNoMarkup() throws {
        let name = #"<img src="x" onerror='alert(1)'>&"#
        let letter = Letter.invitation(organization: name, inviter: name, link: Self.link, validHours: 168)
        let html = try message(letter).html
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt;&amp;"))
    }
}
