import Dispatch
import Foundation
import JSON
import Mail
import Testing

/// An SMTP server in a process of its own (`smtp_server.py`).
final class SMTPServer: @unchecked Sendable {
    enum Mode: String {
        case plain, authenticated, starttls, tls
    }

    /// Trusts nobody but the server.
    let certificate: String
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output: FileHandle
    private let folder: TemporaryFolder

    /// Starting takes a while, which must not take a thread from the tasks of other tests.
    static func start(_ mode: Mode) async throws -> SMTPServer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "smtp-server").async { continuation.resume(with: Result { try SMTPServer(mode) }) }
        }
    }

    /// The port comes before any mail.
    private init(_ mode: Mode) throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../..").standardized.path
        folder = try TemporaryFolder()
        try Self.run("\(root)/scripts/fetch-smtp-server", ["\(root)/.rollcall"])
        certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        let names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
        let kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        try Self.run("/usr/bin/openssl", ["req", "-x509", "-keyout", key, "-out", certificate] + kind + names)
        let pipe = Pipe()
        output = pipe.fileHandleForReading
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "python3", "-W", "ignore", "\(root)/Tests/MailTests/Support/smtp_server.py", mode.rawValue, certificate,
                key,
            ]
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": "\(root)/.rollcall/python"]) {
            $1
        }
        process.standardInput = input
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try #require(Int(Self.line(output)))
    }

    /// Doesn't wait: that would take a thread from the tasks of other tests. Nor does it rely on the end of its input,
    /// which processes that other tests have spawned may hold open.
    func stop() {
        process.terminate()
        folder.remove()
    }

    /// The next mail that the server took; waits for it.
    func mail() throws -> JSONValue {
        try JSONReader().read(Array(Self.line(output).utf8))
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

    private static func line(_ handle: FileHandle) -> String {
        var line = Data()
        while let byte = try? handle.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
            line.append(first)
        }
        return String(decoding: line, as: UTF8.self)
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program)")
    }
}
