import JSON
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A letter to one person, in plain text.
public struct Mail: Sendable, Equatable {
    public let to: String
    public let subject: String
    public let text: String

    public init(to: String, subject: String, text: String) {
        self.to = to
        self.subject = subject
        self.text = text
    }
}

/// Appends letters as JSON lines `{to, subject, text}` to `outbox.jsonl`, from where a mailer takes them.
///
/// The file is readable by its owner alone, because letters carry secrets.
public final class MailOutbox: Sendable {
    public let path: String
    private let onFailure: @Sendable (String) -> Void
    private let lock = Mutex(())

    /// - Parameters:
    ///   - directory: must exist.
    ///   - onFailure: told in one sentence why a letter could not be written. What the letter is about stands all
    ///     the same, as people can ask for another one.
    public init(directory: String, onFailure: @escaping @Sendable (String) -> Void) {
        path = directory + "/outbox.jsonl"
        self.onFailure = onFailure
    }

    /// Appends the letter in one write, so that lines of several servers never mix.
    public func deliver(_ mail: Mail) {
        let letter: JSONValue = ["to": .string(mail.to), "subject": .string(mail.subject), "text": .string(mail.text)]
        let line = letter.bytes + [UInt8(ascii: "\n")]
        let failure = lock.withLock { _ in append(line) }
        if let failure { onFailure("The letter could not be written to \(path): \(failure)") }
    }

    /// Nil when all bytes were written, else the system's reason.
    private func append(_ line: [UInt8]) -> String? {
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return String(cString: strerror(errno)) }
        defer { close(file) }
        return write(file, line, line.count) == line.count ? nil : String(cString: strerror(errno))
    }
}
