import FoundationEssentials
import Glibc
import Synchronization

/// A program in a process of its own, with nothing of this one: neither its environment, nor its files, nor the
/// signals that the spawning thread holds back.
///
/// It ends with this object at the latest, and is then collected: a child that has ended and that nobody collects keeps
/// the tests busy that expect a process to end.
public final class ChildProcess: Sendable {
    /// What a process left behind.
    public struct Exit: Equatable, Sendable {
        /// The exit code; nil when a signal ended the process.
        public let code: Int32?
        public let output: String
        public let errors: String
    }

    public enum Failure: Error {
        case notStarted(Int32)
        case ended(Exit)
        case tooSlow(Exit)
    }

    public let identifier: Int32
    private let directory: String
    private let exitStatus = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - program: found in the environment's PATH when it has no slash.
    ///   - environment: the whole of it.
    ///   - directory: becomes the working directory, and holds the output.
    ///   - input: the file that is its standard input.
    public init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        directory: String,
        input: String = "/dev/null"
    ) throws {
        self.directory = directory
        identifier = try spawn(
            ["/usr/bin/env", "-C", directory, program] + arguments,
            environment.map { "\($0)=\($1)" },
            directory: directory,
            input: input
        )
    }

    deinit {
        end()
    }

    public var output: String { text("output") }
    public var errors: String { text("errors") }

    /// Whether the process has not ended.
    public var isAlive: Bool { collect(WNOHANG) == nil }

    public func send(_ signal: Int32) {
        kill(identifier, signal)
    }

    /// Ends the process on the spot, if it has not ended.
    public func end() {
        guard isAlive else { return }
        send(SIGKILL)
        _ = collect(0)
    }

    /// Waits for the end; a process that takes longer than the limit is killed, and an error thrown.
    public func waitForExit(seconds: Double = 30) throws -> Exit {
        let limit = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < limit {
            if let status = collect(WNOHANG) { return exit(status) }
            usleep(5_000)
        }
        send(SIGKILL)
        throw Failure.tooSlow(exit(collect(0) ?? SIGKILL))
    }

    /// A line of the output, from 0; waits for it.
    public func line(_ index: Int, seconds: Double = 30) throws -> String {
        let limit = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < limit {
            let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
            // What follows the last line's end is no line yet.
            if lines.count > index + 1 { return String(lines[index]) }
            if !isAlive { throw Failure.ended(try waitForExit()) }
            usleep(5_000)
        }
        throw Failure.tooSlow(try waitForExit(seconds: 0))
    }

    /// Runs a program to its end.
    public static func run(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        directory: String
    ) throws -> Exit {
        try ChildProcess(program, arguments, environment: environment, directory: directory).waitForExit()
    }
}

extension ChildProcess {
    /// The status of a process that has ended; collected once.
    private func collect(_ options: Int32) -> Int32? {
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
}

private func spawn(_ arguments: [String], _ environment: [String], directory: String, input: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "\(directory)/output", flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "\(directory)/errors", flags, 0o600)
    // Closing what is not open does nothing.
    for descriptor in STDERR_FILENO + 1..<1_024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of the dispatch library hold back most signals, and children inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var identifier: pid_t = 0
    let status = withCStrings(arguments) { arguments in
        withCStrings(environment) { posix_spawn(&identifier, arguments[0]!, &actions, &attributes, arguments, $0) }
    }
    guard status == 0 else { throw ChildProcess.Failure.notStarted(status) }
    return identifier
}

private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
}
