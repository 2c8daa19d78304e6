import Clibjwt

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A token could not be made; nothing that a client sends causes it.
public enum AccessTokenSigningError: Error, Sendable, Equatable {
    case tooLong
    case library
}

/// The two calls of libjwt, with HS256 pinned.
enum SignedToken {
    static func encode(payload: String, key: TokenKey) throws(AccessTokenSigningError) -> String {
        var token: OpaquePointer?
        guard jwt_new(&token) == 0, let token else { throw .library }
        defer { jwt_free(token) }
        guard jwt_add_header(token, "kid", key.id) == 0, jwt_add_grants_json(token, payload) == 0,
            key.secret.withUnsafeBufferPointer({
                jwt_set_alg(token, JWT_ALG_HS256, $0.baseAddress, Int32($0.count))
            }) == 0,
            let text = jwt_encode_str(token)
        else { throw .library }
        defer { free(text) }
        return String(cString: text)
    }

    /// Whether the token's signature is the key's. The caller has bounded and checked the token's form.
    static func isGenuine(_ text: String, key: TokenKey) -> Bool {
        var token: OpaquePointer?
        let status = key.secret.withUnsafeBufferPointer { secret in
            jwt_decode(&token, text, secret.baseAddress, Int32(secret.count))
        }
        guard status == 0, let token else { return false }
        defer { jwt_free(token) }
        return jwt_get_alg(token) == JWT_ALG_HS256
    }
}
