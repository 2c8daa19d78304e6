import Clibsodium
import Clibunistring

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A password in Unicode's form NFKC, so that the same characters typed on different systems are the same bytes
/// (NIST SP 800-63B, section 5.1.1.2). The form comes from libunistring, because Swift offers it only in Foundation.
public struct NormalizedPassword: Sendable {
    /// Longer input is no password of ours, so it is not worth normalising.
    public static let maximumInputByteCount = 4096

    let secret: SecretBytes

    /// Nil for input that is too long, or holds U+0000, which Argon2's text interfaces end at.
    public init?(_ password: String) {
        guard password.utf8.count <= Self.maximumInputByteCount, !password.utf8.contains(0) else { return nil }
        var password = password
        let secret = password.withUTF8 { Self.normalize($0) }
        guard let secret else { return nil }
        self.secret = secret
    }

    private static func normalize(_ utf8: UnsafeBufferPointer<UInt8>) -> SecretBytes? {
        guard let source = utf8.baseAddress, !utf8.isEmpty else {
            return SecretBytes(copying: UnsafeRawBufferPointer(start: nil, count: 0))
        }
        var length = 0
        guard let normalized = rollcall_u8_nfkc(source, utf8.count, nil, &length) else { return nil }
        defer {
            sodium_memzero(normalized, length)
            free(normalized)
        }
        return SecretBytes(copying: UnsafeRawBufferPointer(start: normalized, count: length))
    }

    /// For the policy's comparisons; a copy that is not overwritten.
    var text: String { secret.withBytes { String(decoding: $0, as: UTF8.self) } }
}
