/// Proxies whose X-Forwarded-For is believed (TRUSTED_PROXIES).
struct TrustedProxies: Sendable {
    private let networks: [IPNetwork]

    /// - Parameters:
    ///   - list: addresses and networks such as `10.0.0.0/8` and `::1`.
    ///   - trustsLoopback: adds the loopback networks.
    init(_ list: [String], trustsLoopback: Bool) throws(SettingError) {
        var networks: [IPNetwork] = []
        for text in list + (trustsLoopback ? ["127.0.0.0/8", "::1"] : []) {
            guard let network = IPNetwork(text) else {
                throw .invalid("TRUSTED_PROXIES", "a list of addresses or networks such as 10.0.0.0/8", text)
            }
            networks.append(network)
        }
        self.networks = networks
    }

    /// The client's address: from the right, the first of X-Forwarded-For that is no trusted proxy itself.
    ///
    /// - Parameter forwardedFor: the header's value; nil or malformed leaves the last address that is known.
    func clientAddress(socket: String?, forwardedFor: String?) -> String? {
        guard let socket, let forwardedFor, trusts(socket) else { return socket }
        var client = socket
        for hop in forwardedFor.split(separator: ",").reversed() {
            let text = String(hop.filter { $0 != " " })
            guard IPNetwork(text) != nil, !text.contains("/") else { return client }
            client = text
            if !trusts(text) { return client }
        }
        return client
    }

    private func trusts(_ address: String) -> Bool {
        networks.contains { $0.contains(address) }
    }
}
