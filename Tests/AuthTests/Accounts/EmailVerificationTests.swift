import Auth
import FoundationEssentials
import Postgres
import Testing
import Time

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct EmailVerificationTests {
    private let now = AccountDatabase.now

    @Test func worksOnce() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let verification = EmailVerification(accounts.services)
        let token = try #require(try await accounts.mailedTokens(to: person.email).first)
        #expect(
            try await verification.verify(token, client: accounts.client(), now: now.adding(hours: 23)) == person.userID
        )
        #expect(
            try await refusal { _ = try await verification.verify(token, client: accounts.client(), now: now) }
                == .tokenInvalid
        )
        #expect(
            try await refusal { try await verification.send(userID: person.userID, now: now) } == .emailAlreadyVerified
        )
        let verified = "SELECT count(*) FROM user_identifiers WHERE user_id = $1 AND verified_at = $2"
        #expect(try accounts.count(verified, [.uuid(person.userID), .timestamp(now.adding(hours: 23))]) == 1)
    }

    @Test func expiresAfterADay() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let verification = EmailVerification(accounts.services)
        let token = try #require(try await accounts.mailedTokens(to: person.email).first)
        let late = try await refusal {
            _ = try await verification.verify(token, client: accounts.client(), now: now.adding(hours: 24))
        }
        #expect(late == .tokenExpired)
        #expect(
            try await verification.verify(token, client: accounts.client(), now: now.adding(hours: 23)) == person.userID
        )
    }

    @Test func aNewLinkReplacesTheOldOne() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let verification = EmailVerification(accounts.services)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await verification.send(userID: person.userID, now: now) } }
            try await group.waitForAll()
        }
        // A link that was replaced before its letter was sent is not sent at all.
        let tokens = try await accounts.mailedTokens(to: person.email)
        #expect((1...5).contains(tokens.count))
        var accepted = 0
        for token in tokens
        where try await refusal({ _ = try await verification.verify(token, client: accounts.client(), now: now) })
            == nil
        {
            accepted += 1
        }
        #expect(accepted == 1)
    }

    @Test func refusesForeignTokens() async throws {
        let accounts = try await AccountDatabase.shared()
        let verification = EmailVerification(accounts.services)
        for token in ["", "x", OpaqueToken.random(routingID: UUID()).text] {
            #expect(
                try await refusal { _ = try await verification.verify(token, client: accounts.client(), now: now) }
                    == .tokenInvalid
            )
        }
    }

    @Test func onlyTheOwnerReadsTheOutbox() async throws {
        let accounts = try await AccountDatabase.shared()
        _ = try await TestPerson.register(accounts)
        try await accounts.lettersAreSent()
        var status = stat()
        #expect(stat(accounts.outbox, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }
}
