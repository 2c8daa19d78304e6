#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An IPv4 or IPv6 network such as `10.0.0.0/8`; a bare address is a network of one.
struct IPNetwork: Sendable, Equatable {
    private let prefix: [UInt8]
    private let bitCount: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let bytes = Self.bytes(String(parts[0])) else { return nil }
        prefix = bytes
        if parts.count == 1 {
            bitCount = bytes.count * 8
        } else {
            guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return nil }
            bitCount = bits
        }
    }

    func contains(_ address: String) -> Bool {
        guard let bytes = Self.bytes(address), bytes.count == prefix.count else { return false }
        let whole = bitCount / 8
        guard bytes.prefix(whole) == prefix.prefix(whole) else { return false }
        let rest = bitCount % 8
        return rest == 0 || bytes[whole] >> (8 - rest) == prefix[whole] >> (8 - rest)
    }

    /// Four or sixteen bytes; an IPv4 address mapped into IPv6 gives its four.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
    }
}
