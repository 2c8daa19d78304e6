import Auth
import FoundationEssentials
import JSON
import Jobs
import Postgres
import Testing
import Time

@Suite struct LetterSendingTests {
    private let now = AccountDatabase.now

    private func state(_ person: TestPerson, _ accounts: AccountDatabase) throws -> String {
        let sql = """
            SELECT status || ' ' || attempts || ' ' || coalesce(last_error, '') FROM jobs
            WHERE payload ->> 'user' = $1 ORDER BY created_at DESC LIMIT 1
            """
        return try OwnerConnection(accounts.url).query(sql, [.text(person.userID.uuidString)])[0].string(0)
    }

    @Test func aRefusalForNowIsTriedAgain() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts, prefix: "later")
        #expect(try await accounts.mailedTokens(to: person.email).count == 1)
        #expect(try state(person, accounts) == "succeeded 3 ")
    }

    @Test func aRefusalForGoodIsADeadLetter() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts, prefix: "refused")
        #expect(try await accounts.mailedTokens(to: person.email).isEmpty)
        #expect(try state(person, accounts) == "dead 1 No such mailbox")
    }

    /// Nothing in the database opens a door: neither the token nor what it is made of.
    @Test func theDatabaseHoldsNoUsableSecret() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let token = try #require(try await accounts.mailedTokens(to: person.email).first)
        let secret = [UInt8](try #require(Base64URL.decode(token.utf8))[16...])
        let hexadecimal = secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        for table in ["jobs", "user_tokens", "auth_events"] {
            let found = "SELECT count(*) FROM \(table) AS t WHERE t::text LIKE $1 OR t::text LIKE $2"
            let patterns: [Parameter] = [.text("%\(token.suffix(40))%"), .text("%\(hexadecimal)%")]
            #expect(try accounts.count(found, patterns) == 0, "\(table)")
        }
    }

    /// The letter left behind the transaction; when that is undone, there is none.
    @Test func nothingIsSentForWhatWasUndone() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        #expect(try await accounts.mailedTokens(to: person.email).count == 1)
        struct Undone: Error {}
        await #expect(throws: Undone.self) {
            try await accounts.services.database.transaction(in: AuthScope(userID: person.userID)) { transaction in
                let issuing = MailedTokenIssuing(accounts.services.mailedTokens)
                let statements = issuing.statements(
                    .resetPassword,
                    to: person.userID,
                    expiresAt: now.adding(hours: 1),
                    now: now
                )
                _ = try await transaction.pipeline(statements)
                throw Undone()
            }
        }
        #expect(try await accounts.mailedTokens(to: person.email).count == 1)
    }

    @Test func aResetGoesToThePrimaryAddressAndAChangeToTheNewOne() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let new = "new\(person.email)"
        let issuing = MailedTokenIssuing(accounts.services.mailedTokens)
        try await accounts.services.database.transaction(in: AuthScope(userID: person.userID)) { transaction in
            let reset = issuing.statements(
                .resetPassword,
                to: person.userID,
                expiresAt: now.adding(hours: 1),
                now: now
            )
            let change = issuing.statements(
                .changeAddress,
                to: person.userID,
                payload: ["email": .string(new)],
                expiresAt: now.adding(hours: 24),
                now: now
            )
            let notice: BoundStatement<AuthScope> = AccountLetter.notice(.passwordChanged, to: person.userID).job
                .enqueued()
            _ = try await transaction.pipeline(reset + change + [notice])
        }
        #expect(try await accounts.mailedTokens(to: person.email).count == 2)
        #expect(try await accounts.mailedTokens(to: new).count == 1)
        let letters = try String(contentsOfFile: accounts.outbox, encoding: .utf8).split(separator: "\n")
            .filter { $0.contains(person.email) }
        for subject in ["Choose a new password", "Confirm your new e-mail address", "Your password was changed"] {
            #expect(letters.filter { $0.contains(subject) }.count == 1, "\(subject)")
        }
    }

    /// Keys were rotated between the change and the sending.
    @Test func theTokenOfTheEarlierKeyIsFound() throws {
        let old = try TokenKey(id: "old", secret: [UInt8](repeating: 1, count: 32))
        let new = try TokenKey(id: "new", secret: [UInt8](repeating: 2, count: 32))
        let (user, row) = (UUID(), UUID())
        let before = MailedTokens(keys: try TokenKeys(current: old))
        let token = before.token(.passwordReset, routingID: user, id: row)
        let after = MailedTokens(keys: try TokenKeys(current: new, previous: old))
        #expect(after.token(.passwordReset, routingID: user, id: row, hash: token.hash) == token)
        #expect(after.token(.passwordReset, routingID: user, id: row) != token)
        #expect(before.token(.emailChange, routingID: user, id: row) != token)
        #expect(before.token(.passwordReset, routingID: user, id: UUID()) != token)
        #expect(before.token(.passwordReset, routingID: user, id: row, generation: 2) != token)
        #expect(before.token(.emailChange, routingID: user, id: row, hash: token.hash) == nil)
    }
}
