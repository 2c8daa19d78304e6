import DNS
import Dispatch
import FoundationEssentials
import TestProcesses
import Testing

/// A name server in a process of its own (`dns_server.py`).
final class NameServer: Sendable {
    let port: UInt16
    private let process: ChildProcess
    private let directory: TemporaryDirectory

    var server: SystemTextRecords.Server { SystemTextRecords.Server(address: "127.0.0.1", port: port) }

    /// Starting takes a while, which must not take a thread from the tasks of other tests.
    ///
    /// - Parameter records: `NAME=TEXT` each.
    static func start(_ records: [String]) async throws -> NameServer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "name-server").async {
                continuation.resume(with: Result { try NameServer(records) })
            }
        }
    }

    private init(_ records: [String]) throws {
        directory = try TemporaryDirectory()
        process = try ChildProcess(
            "python3",
            ["\(Repository.path)/Tests/DNSTests/Support/dns_server.py"] + records,
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
            directory: directory.path
        )
        port = try #require(UInt16(try process.line(0)))
    }

    func stop() {
        process.end()
        directory.remove()
    }
}
