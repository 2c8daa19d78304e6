import ArgumentParser
import Auth
import Postgres

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct CreateSuperadminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create-superadmin",
        abstract: "Make a platform administrator, or make an existing person one."
    )

    @Option(help: "The person's e-mail address.")
    var email: String?

    @Option(help: "The password of a new person; asked for when it is not given.")
    var password: String?

    @Option(help: "The name of a new person.")
    var name = "Platform administrator"

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try DatabaseOwnerSettings(try SettingsReader())
            guard let email = email ?? ask("E-mail address: "), email.contains("@"), !email.contains(" ") else {
                throw CommandError("An e-mail address is needed: --email.")
            }
            let connection = try OwnerConnection(settings.ownerURL)
            let accounts = SeededAccounts(connection)
            if let userID = try accounts.userID(email: email) {
                try accounts.makePlatformAdmin(userID)
                Console.show("\(email) is a platform administrator. The password was left as it is.")
                return
            }
            guard let password = password ?? askSecretly("Password: ") else {
                throw CommandError("A password is needed: --password.")
            }
            let hash = try await SeededAccounts.hash(try checked(password, email))
            let userID = try accounts.insert(email: email, name: name, passwordHash: hash)
            try accounts.makePlatformAdmin(userID)
            Console.show("\(email) was made, and is a platform administrator.")
        }
    }

    private func checked(_ password: String, _ email: String) throws -> NormalizedPassword {
        do {
            return try PasswordPolicy.check(password, email: email)
        } catch {
            throw CommandError(
                "The password must have 10 to 128 characters, and be neither common nor the address: \(error)."
            )
        }
    }

    private func ask(_ prompt: String) -> String? {
        Console.prompt(prompt)
        return readLine()
    }

    /// Without showing what is typed.
    private func askSecretly(_ prompt: String) -> String? {
        guard isatty(0) == 1 else { return readLine() }
        guard let typed = getpass(prompt) else { return nil }
        return String(cString: typed)
    }
}
