import Auth
import Crypto
import FoundationEssentials
import JSON
import Testing
import Time

/// The attacks on tokens that `docs/` lists, each with the cause for which it is refused.
@Suite struct AccessTokenCodecTests {
    static let secret = [UInt8](repeating: 0x5A, count: 32)
    static let now = Timestamp(secondsSinceEpoch: 1_800_000_000)
    static let issuer = "https://rollcall.example"

    let codec: AccessTokenCodec

    init() throws {
        codec = try Self.codec(current: TokenKey(id: "k2", secret: Self.secret))
    }

    static func codec(current: TokenKey, previous: TokenKey? = nil) throws -> AccessTokenCodec {
        AccessTokenCodec(
            keys: try TokenKeys(current: current, previous: previous),
            issuer: issuer,
            audience: "rollcall"
        )
    }

    static let claims = AccessTokenClaims(
        userID: UUID(),
        sessionID: UUID(),
        sessionEpoch: 4,
        membership: .init(
            organizationID: UUID(),
            memberID: UUID(),
            memberEpoch: 9,
            role: .member,
            customPermissions: [.auditRead, .leaveDecide]
        ),
        isPlatformAdmin: false,
        issuedAt: now,
        expiresAt: now.adding(minutes: 15)
    )

    // MARK: Forging

    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A token with any header and payload, signed as HS256 would.
    static func forge(header: String = header, payload: String, secret: [UInt8] = secret) -> String {
        let input = base64URL(header.utf8) + "." + base64URL(payload.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: Array(input.utf8), using: SymmetricKey(data: secret))
        return input + "." + base64URL(code)
    }

    static let header = #"{"alg":"HS256","kid":"k2","typ":"JWT"}"#

    static func payload(_ change: (inout [String: String]) -> Void = { _ in }) -> String {
        var members = [
            "iss": "\"\(issuer)\"", "aud": "\"rollcall\"", "typ": "\"access\"", "sub": "\"\(UUID().uuidString)\"",
            "sid": "\"\(UUID().uuidString)\"", "sep": "1", "iat": "1800000000", "nbf": "1800000000",
            "exp": "1800000900",
        ]
        change(&members)
        return "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func refusal(_ token: String, at instant: Timestamp = now) -> AccessTokenError? {
        do {
            _ = try codec.verify(token, now: instant)
            return nil
        } catch { return error }
    }

    // MARK: What is accepted

    @Test func readsBackWhatItSigned() throws {
        #expect(try codec.verify(codec.sign(Self.claims), now: Self.now) == Self.claims)
        let plain = AccessTokenClaims(
            userID: UUID(),
            sessionID: UUID(),
            sessionEpoch: 1,
            membership: nil,
            isPlatformAdmin: true,
            issuedAt: Self.now,
            expiresAt: Self.now.adding(minutes: 1)
        )
        #expect(try codec.verify(codec.sign(plain), now: Self.now) == plain)
    }

    /// The forging helper makes good tokens, so that the refusals below have the causes they name.
    @Test func acceptsAForgedTokenThatIsRight() {
        #expect(refusal(Self.forge(payload: Self.payload())) == nil)
        #expect(refusal(Self.forge(header: #"{"kid":"k2","alg":"HS256"}"#, payload: Self.payload())) == nil)
    }

    @Test func acceptsThePreviousKeyUntilItIsGone() throws {
        let old = try TokenKey(id: "k1", secret: [UInt8](repeating: 1, count: 32))
        let new = try TokenKey(id: "k2", secret: Self.secret)
        let token = try Self.codec(current: old).sign(Self.claims)
        #expect(try Self.codec(current: new, previous: old).verify(token, now: Self.now) == Self.claims)
        #expect(throws: AccessTokenError.unknownKey) { try Self.codec(current: new).verify(token, now: Self.now) }
    }

    // MARK: Form

    @Test(arguments: [
        "", ".", "..", "...", "a.b", "a.b.c.d", "e30.e30.", "e30=.e30.AA", "e3 0.e30.AA", "\u{0}.\u{0}.\u{0}", "é.é.é",
    ])
    func refusesWhatHasNoForm(token: String) {
        #expect(refusal(token) == .malformed)
    }

    @Test func refusesLongTokens() {
        let long = Self.forge(payload: Self.payload { $0["x"] = "\"\(String(repeating: "x", count: 5_000))\"" })
        #expect(refusal(long) == .tooLong)
        #expect(refusal(String(repeating: "A", count: 16 << 20)) == .tooLong)
        #expect(refusal(String(repeating: ".", count: 4_096)) == .malformed)
    }

    @Test func refusesTrailingBytesAndChangedCharacters() throws {
        let token = Self.forge(payload: Self.payload())
        #expect(refusal(token + "A") == .malformed)
        #expect(refusal(token + ".") == .malformed)
        #expect(refusal(token + "=") == .malformed)
        #expect(refusal(token + " ") == .malformed)
        for position in 0..<token.utf8.count {
            var bytes = Array(token.utf8)
            bytes[position] = bytes[position] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(refusal(String(decoding: bytes, as: UTF8.self)) != nil, "position \(position)")
        }
    }

    /// 43 characters hold 258 bits, so four last characters decode to the same MAC; only one of them is canonical.
    @Test func refusesEveryOtherLastCharacter() {
        let token = Self.forge(payload: Self.payload())
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let accepted = alphabet.filter { refusal(String(token.dropLast()) + String($0)) == nil }
        #expect(accepted == String(token.last!))
    }

    // MARK: Header

    @Test(arguments: [
        #"{"alg":"none","kid":"k2"}"#, #"{"alg":"None","kid":"k2"}"#, #"{"alg":"RS256","kid":"k2"}"#,
        #"{"alg":"HS512","kid":"k2"}"#, #"{"alg":"hs256","kid":"k2"}"#, #"{"kid":"k2"}"#, #"{"alg":"HS256"}"#,
        #"{"alg":"HS256","kid":null}"#, #"{"alg":"HS256","kid":2}"#, #"{"alg":["HS256"],"kid":"k2"}"#,
        #"{"alg":"HS256","alg":"HS256","kid":"k2"}"#, #"{"alg":"none","alg":"HS256","kid":"k2"}"#,
        #"{"alg":"HS256","kid":"k1","kid":"k2"}"#, #"{"alg":"HS256","kid":"k2","crit":["exp"]}"#,
        #"{"alg":"HS256","kid":"k2","jku":"https://evil.example"}"#, #"{"alg":"HS256","kid":"k2","jwk":{}}"#,
        #"{"alg":"HS256","kid":"k2","x5u":"https://evil.example"}"#, #"{"alg":"HS256","kid":"k2","typ":"at+jwt"}"#,
        "[]", "null", "{", "", #"{"alg":"HS256","kid":"k2"} x"#,
    ])
    func refusesHeaders(header: String) {
        #expect(refusal(Self.forge(header: header, payload: Self.payload())) == .unacceptableHeader)
    }

    @Test(arguments: ["", "k1", "K2", "k2\\u0000", "../k2"])
    func refusesUnknownKeys(id: String) {
        let header = "{\"alg\":\"HS256\",\"kid\":\"\(id)\"}"
        #expect(refusal(Self.forge(header: header, payload: Self.payload())) == .unknownKey)
    }

    @Test func refusesSignaturesOfOtherKeys() {
        let zeros = [UInt8](repeating: 0, count: 32)
        #expect(refusal(Self.forge(payload: Self.payload(), secret: zeros)) == .wrongSignature)
        #expect(refusal(Self.forge(payload: Self.payload(), secret: Array("k2".utf8))) == .wrongSignature)
        let token = Self.forge(payload: Self.payload())
        let unsigned = token.split(separator: ".").dropLast().joined(separator: ".") + "."
        #expect(refusal(unsigned) == .malformed)
        #expect(refusal(unsigned + Self.base64URL(zeros)) == .wrongSignature)
    }

    @Test func refusesShortAndDoubledKeys() throws {
        #expect(throws: TokenKeyError.secretTooShort) { try TokenKey(id: "k", secret: []) }
        #expect(throws: TokenKeyError.secretTooShort) { try TokenKey(id: "k", secret: Array(Self.secret.dropLast())) }
        #expect(throws: TokenKeyError.invalidID) { try TokenKey(id: "", secret: Self.secret) }
        #expect(throws: TokenKeyError.invalidID) { try TokenKey(id: "a\"b", secret: Self.secret) }
        let key = try TokenKey(id: "k", secret: Self.secret)
        #expect(throws: TokenKeyError.duplicateID) { try TokenKeys(current: key, previous: key) }
    }

    // MARK: Claims

    @Test(
        arguments: [
            ("exp", nil, AccessTokenError.malformedClaims), ("exp", "\"1800000900\"", .malformedClaims),
            ("exp", "1800000900.0", .malformedClaims), ("exp", "1.8000009e9", .malformedClaims),
            ("exp", "null", .malformedClaims), ("exp", "1e99", .malformedClaims), ("exp", "0", .expired),
            ("exp", "-1", .expired), ("nbf", nil, .malformedClaims), ("nbf", "\"0\"", .malformedClaims),
            ("nbf", "1800000031", .notYetValid), ("iat", nil, .malformedClaims), ("iat", "true", .malformedClaims),
            ("iat", "1800000031", .notYetValid), ("nbf", "9223372036854775807", .notYetValid),
            ("iss", nil, .wrongIssuer), ("iss", "\"https://evil.example\"", .wrongIssuer), ("iss", "7", .wrongIssuer),
            ("aud", nil, .wrongAudience), ("aud", "\"other\"", .wrongAudience),
            ("aud", "[\"rollcall\"]", .wrongAudience),
            ("typ", nil, .wrongType), ("typ", "\"refresh\"", .wrongType), ("sub", nil, .malformedClaims),
            ("sub", "\"me\"", .malformedClaims), ("sid", "null", .malformedClaims), ("sep", "\"1\"", .malformedClaims),
            ("sep", "2147483648", .malformedClaims), ("org", "\"x\"", .malformedClaims),
            ("org", "null", .malformedClaims),
        ] as [(String, String?, AccessTokenError)]
    )
    func refusesClaims(name: String, value: String?, cause: AccessTokenError) {
        #expect(refusal(Self.forge(payload: Self.payload { $0[name] = value })) == cause)
    }

    @Test func refusesPayloadsThatAreNoClearObject() {
        let doubled = String(Self.payload().dropLast()) + ",\"exp\":9999999999}"
        for payload in [doubled, "[]", "{}x", "null", "{\"a\":" + String(repeating: "[", count: 50)] {
            let token = Self.forge(payload: payload)
            #expect(refusal(token) == .malformedClaims || refusal(token) == .wrongSignature, "\(payload)")
        }
    }

    @Test func allowsThirtySecondsOfLeeway() {
        let token = Self.forge(payload: Self.payload())
        #expect(refusal(token, at: Self.now.adding(seconds: 929)) == nil)
        #expect(refusal(token, at: Self.now.adding(seconds: 930)) == .expired)
        #expect(refusal(token, at: Self.now.adding(seconds: -30)) == nil)
        #expect(refusal(token, at: Self.now.adding(seconds: -31)) == .notYetValid)
    }

    @Test func ignoresPermissionsThatItDoesNotKnow() throws {
        let organization = UUID().uuidString
        let token = Self.forge(
            payload: Self.payload {
                $0["org"] = "\"\(organization)\""
                $0["mem"] = "\"\(organization)\""
                $0["mep"] = "1"
                $0["rol"] = "\"MEMBER\""
                $0["per"] = #"["audit.read","from.the.future",7]"#
            }
        )
        #expect(try codec.verify(token, now: Self.now).membership?.customPermissions == [.auditRead])
    }
}
