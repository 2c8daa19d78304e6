import Time

/// The words of each letter in German.
enum GermanLetters {
    static func content(of letter: Letter) -> LetterContent {
        switch letter {
        case .verifyAddress(let link, let hours): verifyAddress(link, hours)
        case .changeAddress(let link, let hours): changeAddress(link, hours)
        case .resetPassword(let link, let minutes): resetPassword(link, minutes)
        case .invitation(let organization, let inviter, let link, let hours):
            invitation(organization, inviter, link, hours)
        case .passwordChanged(let instant): passwordChanged(instant)
        case .addressChanged(let instant): addressChanged(instant)
        case .sessionRevoked(let instant): sessionRevoked(instant)
        }
    }

    private static func verifyAddress(_ link: String, _ hours: Int64) -> LetterContent {
        LetterContent(
            subject: "Bestätigen Sie Ihre E-Mail-Adresse",
            paragraphs: [
                "Jemand, vermutlich Sie, hat diese Adresse für ein Konto angegeben. Wenn es Ihre ist, öffnen Sie bitte:"
            ],
            action: .init(label: "Adresse bestätigen", link: link),
            closing: "Der Link gilt \(hours) Stunden und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts tun."
        )
    }

    private static func changeAddress(_ link: String, _ hours: Int64) -> LetterContent {
        LetterContent(
            subject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
            paragraphs: ["Ihr Konto soll von nun an diese Adresse verwenden. Um das zu bestätigen, öffnen Sie bitte:"],
            action: .init(label: "Diese Adresse verwenden", link: link),
            closing: "Der Link gilt \(hours) Stunden und nur einmal. Bis dahin bleibt es bei der bisherigen Adresse. "
                + "Wenn Sie das nicht waren, müssen Sie nichts tun."
        )
    }

    private static func resetPassword(_ link: String, _ minutes: Int64) -> LetterContent {
        LetterContent(
            subject: "Wählen Sie ein neues Passwort",
            paragraphs: [
                "Jemand, vermutlich Sie, hat das Passwort Ihres Kontos vergessen. Um ein neues zu wählen, öffnen Sie "
                    + "bitte:"
            ],
            action: .init(label: "Neues Passwort wählen", link: link),
            closing: "Der Link gilt \(minutes) Minuten und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts "
                + "tun: Ihr Passwort bleibt."
        )
    }

    private static func invitation(
        _ organization: String,
        _ inviter: String,
        _ link: String,
        _ hours: Int64
    ) -> LetterContent {
        let duration = hours < 48 ? "\(hours) Stunden" : "\(hours / 24) Tage"
        return LetterContent(
            subject: "\(inviter) lädt Sie zu \(organization) ein",
            paragraphs: ["\(inviter) lädt Sie zu \(organization) ein. Zum Annehmen oder Ablehnen öffnen Sie bitte:"],
            action: .init(label: "Einladung ansehen", link: link),
            closing: "Die Einladung gilt \(duration). Wenn Sie nicht wissen, wer das ist, müssen Sie nichts tun."
        )
    }

    private static func passwordChanged(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "Ihr Passwort wurde geändert",
            paragraphs: ["Das Passwort Ihres Kontos wurde am \(moment(instant)) geändert."],
            closing: "Wenn Sie das nicht waren, wählen Sie sofort ein neues: mit „Passwort vergessen“, wo Sie sich "
                + "anmelden."
        )
    }

    private static func addressChanged(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "Ihre E-Mail-Adresse wurde geändert",
            paragraphs: [
                "Am \(moment(instant)) bekam Ihr Konto eine andere E-Mail-Adresse. Briefe dazu kommen nicht mehr "
                    + "hierher, und Sie melden sich mit der neuen Adresse an."
            ],
            closing: "Wenn Sie das nicht waren, kennt jemand Ihr Passwort: Bitten Sie sofort Ihre Verwaltung um Hilfe."
        )
    }

    private static func sessionRevoked(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "Sie wurden auf einem Gerät abgemeldet",
            paragraphs: [
                "Am \(moment(instant)) wurde eine Anmeldung Ihres Kontos ein zweites Mal benutzt. Vielleicht hat sie "
                    + "jemand kopiert; darum ist sie überall beendet, wo sie benutzt wurde."
            ],
            closing: "Melden Sie sich wieder an. Wenn Ihnen etwas merkwürdig vorkommt, ändern Sie Ihr Passwort."
        )
    }

    /// Such as `21.11.2026 um 14:44 Uhr (UTC)`.
    private static func moment(_ instant: Timestamp) -> String {
        let date = instant.dateInUTC
        let (year, month, day) = date.components
        let minute = Int(date.startOfDay.microseconds(until: instant) / 60_000_000)
        let time = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(day).\(month).\(year) um \(time) Uhr (UTC)"
    }
}
