import JSON
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Appends mails as JSON lines `{to, subject, text}` to `outbox.jsonl`, for servers without SMTP.
///
/// The file is readable by its owner alone, because mails carry secrets.
public final class FileTransport: MailTransport {
    public let path: String
    private let onWritten: @Sendable (MailMessage) -> Void
    private let lock = Mutex(())

    /// - Parameters:
    ///   - directory: must exist.
    ///   - onWritten: told of each mail that was written.
    public init(directory: String, onWritten: @escaping @Sendable (MailMessage) -> Void = { _ in }) {
        path = directory + "/outbox.jsonl"
        self.onWritten = onWritten
    }

    /// Appends the mail in one write, so that lines of several servers never mix.
    public func send(_ message: MailMessage) async throws(MailFailure) {
        let line: JSONValue = [
            "to": .string(message.to.text), "subject": .string(message.subject), "text": .string(message.text),
        ]
        let failure = lock.withLock { _ in append(line.bytes + [UInt8(ascii: "\n")]) }
        if let failure { throw MailFailure("The mail could not be written to \(path): \(failure)") }
        onWritten(message)
    }

    /// Nil when all bytes were written, else the system's reason.
    private func append(_ line: [UInt8]) -> String? {
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return String(cString: strerror(errno)) }
        defer { close(file) }
        return write(file, line, line.count) == line.count ? nil : String(cString: strerror(errno))
    }
}
