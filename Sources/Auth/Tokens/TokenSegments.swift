/// The header and payload of a compact JWT; the signature only as far as its form goes.
struct TokenSegments {
    let header: [UInt8]
    let payload: [UInt8]

    /// Refuses anything but three canonical base64url segments of which the last holds an HMAC-SHA-256.
    init(_ token: String) throws(AccessTokenError) {
        let segments = Array(token.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard segments.count == 3, let header = Base64URL.decode(segments[0]),
            let payload = Base64URL.decode(segments[1]), Base64URL.decode(segments[2])?.count == 32
        else { throw .malformed }
        self.header = header
        self.payload = payload
    }
}
