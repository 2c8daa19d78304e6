import FoundationEssentials
import JSON
import TestProcesses
import Testing

/// A letter's way from the mutation that causes it over the queue to a real SMTP server.
@Suite struct MailDeliveryTests {
    @Test func aLetterArrivesAndItsLinkWorks() async throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let mailServer = try Self.startMailServer(directory.path)
        defer { mailServer.end() }
        let settings = [
            "SMTP_HOST": "127.0.0.1", "SMTP_PORT": try mailServer.line(0), "SMTP_TLS": "none",
            "MAIL_FROM": "no-reply@rollcall.example",
        ]
        try await RunningServer.with(settings) { server in
            let client = server.client()
            let person: JSONValue = [
                "email": "ida@mail.example", "password": .string(Tenant.password), "displayName": "Ida",
                "organizationName": "Mail",
            ]
            _ = try client.succeed("authRegister", person, selecting: "viewer { user { id } }")
            let mail = try JSONReader().read(Array(try mailServer.line(1).utf8))
            #expect(mail["to"] == ["ida@mail.example"])
            #expect(mail["from"] == "no-reply@rollcall.example")
            let verified = try client.succeed(
                "emailVerify",
                ["token": .string(try Self.token(in: mail))],
                selecting: "user { emailVerified }"
            )
            #expect(verified.at("user.emailVerified") == true)
        }
    }

    /// Of the link in a mail, whose lines may be broken (RFC 2045, section 6.7).
    private static func token(in mail: JSONValue) throws -> String {
        let text = try #require(mail["data"]?.stringValue)
        let whole = text.replacing("=\r\n", with: "").replacing("=3D", with: "=")
        return String(try #require(whole.firstMatch(of: /\?token=([A-Za-z0-9_.-]+)/)).1)
    }

    private static func startMailServer(_ directory: String) throws -> ChildProcess {
        try ChildProcess(
            "python3",
            ["-W", "ignore", "\(Repository.path)/Tests/MailTests/Support/smtp_server.py", "plain", "", ""],
            environment: [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
                "PYTHONPATH": "\(Repository.path)/.rollcall/python",
            ],
            directory: directory
        )
    }
}
