import FoundationEssentials
import JSON
import Mail
import Synchronization
import Testing
import Time

/// Against a real SMTP server, in each way that one can be reached.
@Suite(.serialized) struct SMTPTransportTests {
    private func with(_ mode: SMTPServer.Mode, _ body: (SMTPServer) async throws -> Void) async throws {
        let server = try await SMTPServer.start(mode)
        defer { server.stop() }
        try await body(server)
    }

    private func message(to address: String = "ada@example.com") throws -> MailMessage {
        let letter = Letter.verifyAddress(link: "https://rollcall.example/verify-email?token=abc", validHours: 24)
        return letter.message(id: UUID(), to: try #require(MailAddress(address)), locale: "en", date: .now())
    }

    private func failure(
        _ configuration: SMTPConfiguration,
        to address: String = "ada@example.com"
    ) async throws -> MailFailure? {
        do {
            try await SMTPTransport(configuration).send(try message(to: address))
            return nil
        } catch let failure as MailFailure { return failure }
    }

    @Test func sendsInTheClear() async throws {
        try await with(.plain) { server in
            let message = try message()
            try await SMTPTransport(try server.configuration(.none)).send(message)
            let mail = try server.mail()
            #expect(mail["from"] == "no-reply@rollcall.example")
            #expect(mail["to"] == ["ada@example.com"])
            #expect(mail["tls"] == false)
            #expect(mail["authenticated"] == false)
            let data = try #require(mail["data"]?.stringValue)
            #expect(data.contains("From: Rollcall <no-reply@rollcall.example>\r\n"))
            #expect(data.contains("Subject: Confirm your e-mail address\r\n"))
            #expect(data.contains("https://rollcall.example/verify-email?token=3Dabc"))
            #expect(data.contains("Content-Type: text/html"))
        }
    }

    @Test func authenticates() async throws {
        try await with(.authenticated) { server in
            let sent = try await failure(try server.configuration(.none, password: "smtp-secret"))
            #expect(sent == nil)
            let mail = try server.mail()
            #expect(mail["authenticated"] == true)
        }
    }

    /// An operator can put that right, so mails wait.
    @Test func wrongCredentialsAreNoReasonToDropMails() async throws {
        try await with(.authenticated) { server in
            let attempt = try await failure(try server.configuration(.none, password: "wrong"))
            let refused = try #require(attempt)
            #expect(!refused.isPermanent)
            #expect(!refused.reason.contains("wrong"))
        }
    }

    @Test func upgradesByStartTLS() async throws {
        try await with(.starttls) { server in
            let sent = try await failure(try server.configuration(.starttls, password: "smtp-secret"))
            #expect(sent == nil)
            let mail = try server.mail()
            #expect(mail["tls"] == true)
            #expect(mail["authenticated"] == true)
        }
    }

    @Test func speaksTLSFromTheFirstByte() async throws {
        try await with(.tls) { server in
            let sent = try await failure(try server.configuration(.tls, password: "smtp-secret"))
            #expect(sent == nil)
            let mail = try server.mail()
            #expect(mail["tls"] == true)
        }
    }

    @Test func trustsNoUnknownCertificate() async throws {
        try await with(.starttls) { server in
            var configuration = try server.configuration(.starttls, password: "smtp-secret")
            configuration.authorityFile = nil
            let refused = try #require(try await failure(configuration))
            #expect(!refused.isPermanent)
            #expect(refused.reason.contains("certificate"), "\(refused.reason)")
        }
    }

    /// A server, or somebody between, that does not offer STARTTLS gets neither password nor mail.
    @Test func sendsNothingWithoutTheTLSItWasTold() async throws {
        try await with(.plain) { server in
            let attempt = try await failure(try server.configuration(.starttls, password: "smtp-secret"))
            let refused = try #require(attempt)
            #expect(!refused.isPermanent)
            let sent = try await failure(try server.configuration(.none), to: "next@example.com")
            #expect(sent == nil)
            let mail = try server.mail()
            #expect(mail["to"] == ["next@example.com"])
        }
    }

    @Test func tellsARefusalForNowFromOneForGood() async throws {
        try await with(.plain) { server in
            let configuration = try server.configuration(.none)
            let refused = try #require(try await failure(configuration, to: "refused@example.com"))
            #expect(refused.isPermanent)
            #expect(refused.reason.contains("550"))
            let busy = try #require(try await failure(configuration, to: "busy@example.com"))
            #expect(!busy.isPermanent)
            #expect(busy.reason.contains("451"))
            #expect(try await failure(configuration, to: "later@example.com")?.isPermanent == false)
            #expect(try await failure(configuration, to: "later@example.com") == nil)
            let mail = try server.mail()
            #expect(mail["to"] == ["later@example.com"])
        }
    }

    @Test func nobodyThereIsARefusalForNow() async throws {
        var configuration = SMTPConfiguration(
            host: "127.0.0.1",
            port: 1,
            tls: .none,
            sender: try #require(MailSender("a@b.example"))
        )
        configuration.timeoutMilliseconds = 5_000
        #expect(try await failure(configuration)?.isPermanent == false)
    }

    /// A server that takes the connection and says nothing; see also ``aSilentServerIsLeftWhenCancelled()``.
    @Test func aSilentServerIsLeftAfterTheTimeout() async throws {
        let silent = try SilentServer()
        defer { silent.close() }
        var configuration = try silent.configuration()
        configuration.timeoutMilliseconds = 300
        let start = ContinuousClock.now
        #expect(try await failure(configuration)?.isPermanent == false)
        #expect(start.duration(to: .now) < .seconds(20))
    }

    @Test func aSilentServerIsLeftWhenCancelled() async throws {
        let silent = try SilentServer()
        defer { silent.close() }
        let transport = SMTPTransport(try silent.configuration())
        let message = try message()
        let sending = Task { try await transport.send(message) }
        try await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        sending.cancel()
        await #expect(throws: MailFailure.self) { try await sending.value }
        #expect(start.duration(to: .now) < .seconds(20))
    }

    /// While servers are silent, Swift's tasks go on.
    @Test func waitingBlocksNoTask() async throws {
        let silent = try SilentServer()
        defer { silent.close() }
        var configuration = try silent.configuration()
        configuration.connectTimeoutMilliseconds = 60_000
        configuration.timeoutMilliseconds = 60_000
        let transport = SMTPTransport(configuration)
        let message = try message()
        let ended = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try? await transport.send(message)
                    ended.value.add(1, ordering: .relaxed)
                }
            }
            for _ in 0..<100 { await Task.yield() }
            #expect(ended.value.load(ordering: .relaxed) == 0)
            group.cancelAll()
        }
    }
}

private final class Counter: Sendable {
    let value = Atomic(0)
}
