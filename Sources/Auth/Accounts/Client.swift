/// Where a request came from, for throttling and the security log.
public struct Client: Sendable, Equatable {
    /// An IPv4 or IPv6 address in its text form; nil when it is not known, which leaves it unthrottled.
    public let address: String?
    public let userAgent: String?

    /// - Parameters:
    ///   - address: the socket's, or one that a trusted proxy reports; must be an address.
    ///   - userAgent: cut to 512 characters, and freed of NUL, which PostgreSQL cannot store.
    public init(address: String?, userAgent: String?) {
        self.address = address
        self.userAgent = userAgent.map {
            String($0.unicodeScalars.lazy.filter { $0.value != 0 }.prefix(512).map(Character.init))
        }
    }
}
