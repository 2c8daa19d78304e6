import Time

/// The words of each letter in English.
enum EnglishLetters {
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
            subject: "Confirm your e-mail address",
            paragraphs: [
                "Somebody, probably you, used this address for an account. To confirm that it is yours, open:"
            ],
            action: .init(label: "Confirm this address", link: link),
            closing: "The link works once, for \(hours) hours. If it was not you, do nothing."
        )
    }

    private static func changeAddress(_ link: String, _ hours: Int64) -> LetterContent {
        LetterContent(
            subject: "Confirm your new e-mail address",
            paragraphs: ["You asked to use this address for your account from now on. To confirm that, open:"],
            action: .init(label: "Use this address", link: link),
            closing: "The link works once, for \(hours) hours. Until then your earlier address stays. "
                + "If it was not you, do nothing."
        )
    }

    private static func resetPassword(_ link: String, _ minutes: Int64) -> LetterContent {
        LetterContent(
            subject: "Choose a new password",
            paragraphs: ["Somebody, probably you, forgot the password of your account. To choose a new one, open:"],
            action: .init(label: "Choose a new password", link: link),
            closing: "The link works once, for \(minutes) minutes. If it was not you, do nothing: your password stays."
        )
    }

    private static func invitation(
        _ organization: String,
        _ inviter: String,
        _ link: String,
        _ hours: Int64
    ) -> LetterContent {
        let duration = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
        return LetterContent(
            subject: "\(inviter) invites you to \(organization)",
            paragraphs: ["\(inviter) invites you to join \(organization). To accept or decline, open:"],
            action: .init(label: "Look at the invitation", link: link),
            closing: "The invitation stands for \(duration). If you do not know who this is, do nothing."
        )
    }

    private static func passwordChanged(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "Your password was changed",
            paragraphs: ["The password of your account was changed on \(MailDate.text(instant))."],
            closing: "If it was not you, choose a new password at once, by \"forgot password\" where you sign in."
        )
    }

    private static func addressChanged(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "Your e-mail address was changed",
            paragraphs: [
                "On \(MailDate.text(instant)) your account was moved to another e-mail address. Letters about it no "
                    + "longer come here, and you sign in with the new address."
            ],
            closing: "If it was not you, somebody knows your password: ask your administrator for help at once."
        )
    }

    private static func sessionRevoked(_ instant: Timestamp) -> LetterContent {
        LetterContent(
            subject: "You were signed out on one device",
            paragraphs: [
                "On \(MailDate.text(instant)) a token of your account was used a second time. Somebody may have "
                    + "copied it, so that sign-in was ended everywhere it was used."
            ],
            closing: "Sign in again to go on. If you notice anything strange, change your password."
        )
    }
}
