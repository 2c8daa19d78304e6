/// The texts of the letters that accounts cause.
enum Letters {
    static func verification(to email: String, token: OpaqueToken, configuration: AccountConfiguration) -> Mail {
        Mail(
            to: email,
            subject: "Confirm your e-mail address",
            text: """
                Somebody, probably you, used this address for an account. To confirm that it is yours, open:

                \(configuration.publicURL)/verify-email?token=\(token.text)

                The link works once, for \(configuration.emailVerificationLifetimeHours) hours. If it was not you, do nothing.
                """
        )
    }
}
