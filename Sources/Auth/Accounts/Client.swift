/// Where a request came from and how it is named, for throttling, the security log and the audit log.
public struct Client: Sendable, Equatable {
    /// An IPv4 or IPv6 address in its text form; nil when it is not known, which leaves it unthrottled.
    public let address: String?
    public let userAgent: String?
    public let requestID: String?
    /// The client's name for the operation.
    public let operationName: String?

    /// - Parameters:
    ///   - address: the socket's, or one that a trusted proxy reports; must be an address.
    ///   - userAgent: cut to 512 characters, and freed of NUL, which PostgreSQL cannot store.
    ///   - operationName: cut to 200 characters.
    public init(address: String?, userAgent: String?, requestID: String? = nil, operationName: String? = nil) {
        self.address = address
        self.requestID = requestID
        self.operationName = operationName.map { String($0.prefix(200)) }
        self.userAgent = userAgent.map {
            String($0.unicodeScalars.lazy.filter { $0.value != 0 }.prefix(512).map(Character.init))
        }
    }
}
