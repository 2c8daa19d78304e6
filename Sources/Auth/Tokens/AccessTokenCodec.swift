import Clibjwt
import JSON
public import Time

/// Signs and verifies access tokens: JWTs with HS256 (RFC 7519, RFC 7515), within the lines of RFC 8725.
///
/// libjwt computes and compares the signature. It checks neither times nor audience, takes header members that it
/// does not understand, and overflows its stack on long tokens; so the bytes are judged before it sees them, and the
/// claims are read by this project's own reader from the very payload that was verified.
public struct AccessTokenCodec: Sendable {
    public static let maximumByteCount = 4096
    public static let leewaySeconds: Int64 = 30
    static let tokenType = "access"

    public let issuer: String
    public let audience: String
    private let keys: TokenKeys
    private let reader = JSONReader(maximumDepth: 4, options: .rejectDuplicateKeys)

    public init(keys: TokenKeys, issuer: String, audience: String) {
        self.keys = keys
        self.issuer = issuer
        self.audience = audience
    }

    /// The token that carries the claims, in compact serialization.
    public func sign(_ claims: AccessTokenClaims) throws(AccessTokenSigningError) -> String {
        var payload = claims.jsonObject
        payload["iss"] = .string(issuer)
        payload["aud"] = .string(audience)
        payload["typ"] = .string(Self.tokenType)
        let token = try SignedToken.encode(payload: JSONValue.object(payload).text, key: keys.current)
        guard token.utf8.count <= Self.maximumByteCount else { throw .tooLong }
        return token
    }

    /// The claims of a token that is genuine, of this issuer, for this audience and valid at `now`.
    public func verify(_ token: String, now: Timestamp) throws(AccessTokenError) -> AccessTokenClaims {
        guard token.utf8.count <= Self.maximumByteCount else { throw .tooLong }
        let segments = try TokenSegments(token)
        let key = try key(header: segments.header)
        guard SignedToken.isGenuine(token, key: key) else { throw .wrongSignature }
        guard let payload = try? reader.read(segments.payload), case .object(let object) = payload else {
            throw .malformedClaims
        }
        return try claims(of: object, now: now)
    }

    /// The header may say `alg`, `kid` and `typ` and nothing else, so `crit`, `jku`, `jwk` and `x5u` are refused.
    private func key(header bytes: [UInt8]) throws(AccessTokenError) -> TokenKey {
        guard let value = try? reader.read(bytes), case .object(let header) = value,
            header["alg"] == "HS256", header["typ"] == nil || header["typ"] == "JWT",
            header.allSatisfy({ ["alg", "kid", "typ"].contains($0.key) }),
            let id = header["kid"]?.stringValue
        else { throw .unacceptableHeader }
        guard let key = keys.key(id: id) else { throw .unknownKey }
        return key
    }

    private func claims(of object: JSONObject, now: Timestamp) throws(AccessTokenError) -> AccessTokenClaims {
        guard object["iss"]?.stringValue == issuer else { throw .wrongIssuer }
        guard object["aud"]?.stringValue == audience else { throw .wrongAudience }
        guard object["typ"]?.stringValue == Self.tokenType else { throw .wrongType }
        guard let expiresAt = object["exp"]?.intValue, let notBefore = object["nbf"]?.intValue,
            let issuedAt = object["iat"]?.intValue
        else { throw .malformedClaims }
        let seconds = now.secondsSinceEpoch
        guard seconds - Self.leewaySeconds < expiresAt else { throw .expired }
        guard seconds + Self.leewaySeconds >= max(notBefore, issuedAt) else { throw .notYetValid }
        let claims = AccessTokenClaims(
            object,
            issuedAt: Timestamp(secondsSinceEpoch: issuedAt),
            expiresAt: Timestamp(secondsSinceEpoch: expiresAt)
        )
        guard let claims else { throw .malformedClaims }
        return claims
    }
}
