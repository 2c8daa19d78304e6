public import Time

/// What a request says of itself besides its document.
public struct RequestInformation: Sendable {
    public let requestID: String
    /// Textual address of the client, as far as proxies are trusted.
    public let clientAddress: String?
    public let userAgent: String?
    /// The server's clock at the request's start: the time that the domain computes with.
    public let now: Timestamp
    /// The client's name for the operation; known once its document was read.
    public var operationName: String?
    /// Nil for a request that must not use cookies.
    public let cookies: CookieSession?

    public init(
        requestID: String,
        clientAddress: String?,
        userAgent: String?,
        now: Timestamp,
        cookies: CookieSession? = nil
    ) {
        self.requestID = requestID
        self.clientAddress = clientAddress
        self.userAgent = userAgent
        self.now = now
        self.cookies = cookies
    }
}
