import DNS
import Dispatch
import Foundation
import Testing

/// A name server in a process of its own (`dns_server.py`).
final class NameServer: @unchecked Sendable {
    let port: UInt16
    private let process = Process()
    private let input = Pipe()

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
        let script = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "dns_server.py").path
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script] + records
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.first != UInt8(ascii: "\n"),
            !byte.isEmpty
        { line.append(byte) }
        port = try #require(UInt16(String(decoding: line, as: UTF8.self)))
    }

    /// Doesn't wait: that would take a thread from the tasks of other tests. Nor does it rely on the end of its input,
    /// which processes that other tests have spawned may hold open.
    func stop() {
        process.terminate()
    }
}
