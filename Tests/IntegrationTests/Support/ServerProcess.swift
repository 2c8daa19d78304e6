import FoundationEssentials
import Glibc
import Synchronization

/// The program `rollcall` as a process of its own, with nothing in its environment but what it is given.
final class ServerProcess: Sendable {
    /// What a process left behind.
    struct Exit: Equatable {
        /// The exit code; nil when a signal ended the process.
        let code: Int32?
        let output: String
        let errors: String
    }

    enum Failure: Error {
        case notStarted(Int32)
        case ended(Exit)
        case tooSlow(Exit)
    }

    /// The program lies beside the tests in the build's directory.
    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/rollcall"

    let identifier: pid_t
    private let directory: String
    private let exitStatus = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - directory: becomes the working directory, and holds the output.
    ///   - environment: the whole of it.
    ///   - program: another one of the package's programs.
    ///   - input: the file that is its standard input.
    init(
        _ arguments: [String],
        environment: [String: String],
        directory: String,
        program: String = program,
        input: String = "/dev/null"
    ) throws {
        self.directory = directory
        identifier = try Self.spawn(
            ["/usr/bin/env", "-C", directory, program] + arguments,
            environment.map { "\($0)=\($1)" },
            directory: directory,
            input: input
        )
    }

    var output: String { text("output") }
    var errors: String { text("errors") }

    /// Whether the process has not ended.
    var isAlive: Bool { reap(WNOHANG) == nil }

    func send(_ signal: Int32) {
        kill(identifier, signal)
    }

    /// Waits for the end; a process that takes longer than the limit is killed, and an error thrown.
    func waitForExit(seconds: Double = 30) throws -> Exit {
        let limit = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < limit {
            if let status = reap(WNOHANG) { return exit(status) }
            usleep(5_000)
        }
        send(SIGKILL)
        throw Failure.tooSlow(exit(reap(0) ?? SIGKILL))
    }

    /// Runs the program to its end.
    static func run(_ arguments: [String], environment: [String: String], directory: String) throws -> Exit {
        try ServerProcess(arguments, environment: environment, directory: directory).waitForExit()
    }
}

extension ServerProcess {
    /// The status of a process that has ended; collected once.
    private func reap(_ options: Int32) -> Int32? {
        exitStatus.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            guard waitpid(identifier, &status, options) == identifier else { return nil }
            known = status
            return status
        }
    }

    private func exit(_ status: Int32) -> Exit {
        let signal = status & 0x7F
        return Exit(code: signal == 0 ? status >> 8 & 0xFF : nil, output: output, errors: errors)
    }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(directory)/\(name)") ?? Data(), as: UTF8.self)
    }

    private static func spawn(
        _ arguments: [String],
        _ environment: [String],
        directory: String,
        input: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "\(directory)/output", flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "\(directory)/errors", flags, 0o600)
        var identifier: pid_t = 0
        let status = withCStrings(arguments) { arguments in
            withCStrings(environment) { posix_spawn(&identifier, arguments[0]!, &actions, nil, arguments, $0) }
        }
        guard status == 0 else { throw Failure.notStarted(status) }
        return identifier
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
