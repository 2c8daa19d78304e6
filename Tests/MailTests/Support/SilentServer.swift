import Glibc
import Mail
import Testing

/// Takes connections into its backlog and never says a word.
struct SilentServer {
    private let descriptor: CInt
    private let port: UInt16

    init() throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isListening = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        try #require(isListening)
        port = UInt16(bigEndian: address.sin_port)
    }

    func configuration() throws -> SMTPConfiguration {
        SMTPConfiguration(
            host: "127.0.0.1",
            port: Int(port),
            tls: .none,
            sender: try #require(MailSender("a@b.example"))
        )
    }

    func close() {
        Glibc.close(descriptor)
    }
}
