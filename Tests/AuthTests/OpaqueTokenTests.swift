import FoundationEssentials
import Testing

@testable import Auth

@Suite struct OpaqueTokenTests {
    @Test func readsBackItsText() throws {
        let user = UUID()
        let token = OpaqueToken.random(routingID: user)
        #expect(token.text.utf8.count == OpaqueToken.textLength)
        let read = try #require(OpaqueToken(token.text))
        #expect(read == token)
        #expect(read.routingID == user)
        #expect(read.hash == token.hash)
        #expect(token.hash.count == 32)
        #expect(OpaqueToken.random(routingID: user) != token)
    }

    @Test func refusesEverythingElse() {
        let text = OpaqueToken.random(routingID: UUID()).text
        for other in [
            "", String(text.dropLast()), text + "A", text.replacing(text.prefix(1), with: "="), "é" + text.dropFirst(2),
        ] {
            #expect(OpaqueToken(other) == nil)
        }
    }

    @Test func successorsDependOnFamilyAndGeneration() throws {
        let old = try TokenKey(id: "a", secret: [UInt8](repeating: 1, count: 32))
        let new = try TokenKey(id: "b", secret: [UInt8](repeating: 2, count: 32))
        let before = RefreshTokenSuccession(keys: try TokenKeys(current: old))
        let after = RefreshTokenSuccession(keys: try TokenKeys(current: new, previous: old))
        let (user, session, token) = (UUID(), UUID(), UUID())
        let successor = before.successor(userID: user, sessionID: session, predecessorID: token)
        #expect(successor == before.successor(userID: user, sessionID: session, predecessorID: token))
        #expect(successor != before.successor(userID: user, sessionID: session, predecessorID: UUID()))
        #expect(successor != before.successor(userID: user, sessionID: UUID(), predecessorID: token))
        #expect(successor != after.successor(userID: user, sessionID: session, predecessorID: token))
        let found = after.successor(userID: user, sessionID: session, predecessorID: token, hash: successor.hash)
        #expect(found == successor)
        #expect(after.successor(userID: user, sessionID: session, predecessorID: UUID(), hash: successor.hash) == nil)
    }

    @Test func base64URLIsCanonical() {
        for length in 0..<40 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 251) }
            #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
        }
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64URL.decode("-_9".utf8) == nil)
        #expect(Base64URL.decode("-_8=".utf8) == nil)
        #expect(Base64URL.decode("+/8".utf8) == nil)
        #expect(Base64URL.decode("A".utf8) == nil)
    }
}
