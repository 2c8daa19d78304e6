import Dispatch
import FoundationEssentials
import JSON
import Mail
import Synchronization
import TestProcesses
import Testing

/// An SMTP server in a process of its own (`smtp_server.py`).
final class SMTPServer: Sendable {
    enum Mode: String {
        case plain, authenticated, starttls, tls
    }

    /// Trusts nobody but the server.
    let certificate: String
    let port: Int
    private let process: ChildProcess
    private let directory: TemporaryDirectory
    private let mailsRead = Mutex(0)

    /// Starting takes a while, which must not take a thread from the tasks of other tests.
    static func start(_ mode: Mode) async throws -> SMTPServer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "smtp-server").async { continuation.resume(with: Result { try SMTPServer(mode) }) }
        }
    }

    private init(_ mode: Mode) throws {
        directory = try TemporaryDirectory()
        try Self.run("\(Repository.path)/scripts/fetch-smtp-server", ["\(Repository.path)/.rollcall"], directory)
        certificate = directory.path + "/certificate.pem"
        let key = directory.path + "/key.pem"
        let names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
        let kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        try Self.run("openssl", ["req", "-x509", "-keyout", key, "-out", certificate] + kind + names, directory)
        process = try ChildProcess(
            "python3",
            [
                "-W", "ignore", "\(Repository.path)/Tests/MailTests/Support/smtp_server.py", mode.rawValue,
                certificate, key,
            ],
            environment: Self.environment.merging(["PYTHONPATH": "\(Repository.path)/.rollcall/python"]) { $1 },
            directory: directory.path
        )
        port = try #require(Int(try process.line(0)))
    }

    func stop() {
        process.end()
        directory.remove()
    }

    /// The next mail that the server took; waits for it.
    func mail() throws -> JSONValue {
        // The first line is the port.
        let index = mailsRead.withLock { count in
            count += 1
            return count
        }
        return try JSONReader().read(Array(try process.line(index).utf8))
    }

    /// How to send to it.
    func configuration(_ tls: SMTPConfiguration.TLS, password: String? = nil) throws -> SMTPConfiguration {
        var configuration = SMTPConfiguration(
            host: "127.0.0.1",
            port: port,
            tls: tls,
            credentials: password.map { .init(username: "rollcall", password: $0) },
            sender: try #require(MailSender("Rollcall <no-reply@rollcall.example>"))
        )
        configuration.authorityFile = certificate
        configuration.timeoutMilliseconds = 10_000
        return configuration
    }

    private static let environment = ProcessInfo.processInfo.environment

    private static func run(_ program: String, _ arguments: [String], _ directory: TemporaryDirectory) throws {
        let exit = try ChildProcess.run(program, arguments, environment: environment, directory: directory.path)
        try #require(exit.code == 0, "\(program): \(exit.errors)")
    }
}
