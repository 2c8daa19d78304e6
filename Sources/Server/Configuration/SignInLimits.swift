/// What sign-ins, and the rest of what can be guessed, may take.
struct SignInLimits: Sendable {
    /// Within 15 minutes.
    let failuresPerAccount: Int
    /// Within a minute.
    let attemptsPerAddress: Int
    /// Letters with a link of one kind, within an hour.
    let lettersPerPerson: Int
    /// Addresses of nobody that somebody tries to add as members, within 15 minutes.
    let memberAddFailuresPerPerson: Int
    /// Hashes that may wait for a thread.
    let hashQueue: Int

    init(_ reader: SettingsReader) throws(SettingError) {
        failuresPerAccount = try reader.int("SIGN_IN_FAILURE_LIMIT_PER_ACCOUNT", default: 5, in: 1...1_000)
        attemptsPerAddress = try reader.int("SIGN_IN_ATTEMPT_LIMIT_PER_ADDRESS", default: 20, in: 1...100_000)
        lettersPerPerson = try reader.int("LETTER_LIMIT_PER_PERSON", default: 5, in: 1...1_000)
        memberAddFailuresPerPerson = try reader.int(
            "MEMBER_ADD_FAILURE_LIMIT_PER_PERSON",
            default: 20,
            in: 1...100_000
        )
        hashQueue = try reader.int("PASSWORD_HASH_QUEUE_LIMIT", default: 64, in: 1...10_000)
    }
}
