import Dispatch
import FoundationEssentials
import Glibc
import TestProcesses
import Testing

/// Processes that tests start have nothing of the tests' own, and are gone with the test.
@Suite struct ChildProcessTests {
    private func with(_ body: (String) async throws -> Void) async throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        try await body(directory.path)
    }

    private static func sleeper(_ directory: String) throws -> ChildProcess {
        try ChildProcess("/bin/sleep", ["60"], environment: [:], directory: directory)
    }

    @Test("A signal ends a process that a thread has spawned which holds signals back")
    func signalsArrive() async throws {
        try await with { directory in
            let process = try await withCheckedThrowingContinuation { continuation in
                DispatchQueue(label: "spawns").async {
                    continuation.resume(with: Result { try Self.sleeper(directory) })
                }
            }
            process.send(SIGTERM)
            #expect(try process.waitForExit(seconds: 20).code == nil)
        }
    }

    @Test("A process does not hold open what the tests have opened")
    func filesAreNotInherited() async throws {
        try await with { directory in
            var ends: [CInt] = [0, 0]
            try #require(pipe(&ends) == 0)
            defer { close(ends[0]) }
            let process = try Self.sleeper(directory)
            close(ends[1])
            // Ready at once: at its end.
            var descriptor = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            #expect(poll(&descriptor, 1, 20_000) == 1)
            process.end()
        }
    }

    @Test("A process that nobody ends is ended and collected with its object")
    func nothingIsLeft() async throws {
        try await with { directory in
            let identifier = try Self.sleeper(directory).identifier
            #expect(kill(identifier, 0) == -1 && errno == ESRCH)
        }
    }
}
