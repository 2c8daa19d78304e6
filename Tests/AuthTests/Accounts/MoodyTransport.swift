import Mail
import Synchronization

/// Writes mails to a file, but not all at once: addresses that begin with `later` are refused twice for now, and those
/// that begin with `refused` for good.
final class MoodyTransport: MailTransport {
    private let file: FileTransport
    private let refusals = Mutex<[String: Int]>([:])

    init(directory: String) {
        file = FileTransport(directory: directory)
    }

    func send(_ message: MailMessage) async throws(MailFailure) {
        let address = message.to.text
        if address.hasPrefix("refused") { throw MailFailure("No such mailbox", isPermanent: true) }
        if address.hasPrefix("later"), attempts(address) <= 2 {
            throw MailFailure("Try again later")
        }
        try await file.send(message)
    }

    private func attempts(_ address: String) -> Int {
        refusals.withLock { refusals in
            refusals[address, default: 0] += 1
            return refusals[address]!
        }
    }
}
