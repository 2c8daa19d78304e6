import Clibcurl

/// One connection to the SMTP server, for one mail; used by one thread.
struct SMTPSession {
    private let configuration: SMTPConfiguration

    init(_ configuration: SMTPConfiguration) {
        self.configuration = configuration
    }

    /// Blocks until the server has answered. Nil when it took the mail.
    func send(_ upload: SMTPUpload, to recipient: MailAddress) -> MailFailure? {
        guard let handle = curl_easy_init() else { return MailFailure("libcurl has no memory.") }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(recipient.text)>")
        defer { curl_slist_free_all(recipients) }
        return withExtendedLifetime(upload) {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { message in
                message.initialize(repeating: 0)
                connect(handle)
                authenticate(handle)
                clibcurl_set_pointer(handle, CURLOPT_ERRORBUFFER, message.baseAddress)
                clibcurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(configuration.sender.address.text)>")
                clibcurl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
                supply(upload, to: handle)
                let code = curl_easy_perform(handle)
                guard code != CURLE_OK else { return nil }
                let detail = message[0] == 0 ? curl_easy_strerror(code) : UnsafePointer(message.baseAddress!)
                return failure(code, response: clibcurl_response_code(handle), detail.map { String(cString: $0) } ?? "")
            }
        }
    }

    private func connect(_ handle: UnsafeMutableRawPointer) {
        let scheme = configuration.tls == .tls ? "smtps" : "smtp"
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        clibcurl_set_text(handle, CURLOPT_URL, "\(scheme)://\(host):\(configuration.port)")
        clibcurl_set_text(handle, CURLOPT_PROTOCOLS_STR, scheme)
        // Not by a proxy that the environment names for the web.
        clibcurl_set_text(handle, CURLOPT_PROXY, "")
        clibcurl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        clibcurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeoutMilliseconds)
        clibcurl_set_number(handle, CURLOPT_TIMEOUT_MS, configuration.timeoutMilliseconds)
        let usesTLS = configuration.tls == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        clibcurl_set_number(handle, CURLOPT_USE_SSL, Int(usesTLS.rawValue))
        if let file = configuration.authorityFile { clibcurl_set_text(handle, CURLOPT_CAINFO, file) }
    }

    private func authenticate(_ handle: UnsafeMutableRawPointer) {
        guard let credentials = configuration.credentials else { return }
        clibcurl_set_text(handle, CURLOPT_USERNAME, credentials.username)
        clibcurl_set_text(handle, CURLOPT_PASSWORD, credentials.password)
    }

    private func supply(_ upload: SMTPUpload, to handle: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(upload).toOpaque()
        clibcurl_set_number(handle, CURLOPT_UPLOAD, 1)
        clibcurl_set_reader(
            handle,
            { buffer, size, count, context in
                let upload = Unmanaged<SMTPUpload>.fromOpaque(context!).takeUnretainedValue()
                return upload.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
            },
            context
        )
        clibcurl_set_progress(
            handle,
            { context, _, _, _, _ in
                Unmanaged<SMTPUpload>.fromOpaque(context!).takeUnretainedValue().isCancelled ? 1 : 0
            },
            context
        )
    }

    /// A reply of 5xx is the server's last word about this mail (RFC 5321, section 4.2.1). Refused credentials and TLS
    /// are not: an operator can put those right, and the mail waits.
    private func failure(_ code: CURLcode, response: Int, _ detail: String) -> MailFailure {
        let isOursToMend = [CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION].contains(code)
        let isPermanent = (500..<600).contains(response) && !isOursToMend
        return MailFailure("\(detail) (SMTP \(response), libcurl \(code.rawValue))", isPermanent: isPermanent)
    }
}
