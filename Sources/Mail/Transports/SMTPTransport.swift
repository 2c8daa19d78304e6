import Clibcurl
import Dispatch

/// Sends mails over SMTP by libcurl, each on a connection of its own.
///
/// libcurl blocks, so each mail has a thread of its own and takes none from Swift's tasks.
public final class SMTPTransport: MailTransport {
    private let configuration: SMTPConfiguration
    /// Prepares libcurl's TLS, once in a process.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    public init(_ configuration: SMTPConfiguration) {
        self.configuration = configuration
    }

    /// When the task is cancelled, the connection is closed within a second.
    public func send(_ message: MailMessage) async throws(MailFailure) {
        guard Self.isReady else { throw MailFailure("libcurl could not be prepared.") }
        let upload = SMTPUpload(text: MIMEMessage.compose(message, from: configuration.sender))
        let failure = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A serial queue of its own gets a thread of its own; a concurrent one would share those of all tasks.
                DispatchQueue(label: "rollcall.smtp").async { [configuration] in
                    let session = SMTPSession(configuration)
                    continuation.resume(returning: session.send(upload, to: message.to))
                }
            }
        } onCancel: {
            upload.cancel()
        }
        if let failure { throw failure }
    }
}
