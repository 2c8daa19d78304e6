import Auth
import Testing

@Suite struct PasswordPolicyTests {
    private func violation(_ password: String, email: String = "ada@example.com") -> PasswordPolicy.Violation? {
        do {
            _ = try PasswordPolicy.check(password, email: email)
            return nil
        } catch { return error }
    }

    @Test func boundsTheLengthInCharacters() {
        #expect(violation("vq8 Kp2 zx") == nil)
        #expect(violation("vq8 Kp2 z") == .tooShort)
        #expect(violation("") == .tooShort)
        #expect(violation(String(repeating: "ä€", count: 64)) == nil)
        #expect(violation(String(repeating: "ä€", count: 64) + "x") == .tooLong)
        #expect(violation(String(repeating: "x", count: 1 << 20)) == .tooLong)
        #expect(violation("vq8 Kp2 \u{0}zx") == .notText)
    }

    /// U+FB03 is one character that NFKC makes three; two combining marks become part of their letters.
    @Test func countsAfterNormalisation() {
        #expect(violation("vq8Kp2z\u{FB03}") == nil)
        #expect(violation("vq8Kp2za\u{308}") == .tooShort)
    }

    @Test(arguments: ["1234567890", "password123", "Password123", "QWERTYUIOP", "ｐａｓｓｗｏｒｄ１２３", "1qaz2wsx3edc"])
    func refusesCommonPasswords(password: String) {
        #expect(violation(password) == .common)
    }

    @Test func refusesTheEmailAddress() {
        #expect(violation("Ada.Lovelace", email: "ada.lovelace@example.com") == .sameAsEmail)
        #expect(violation("ada.lovelace@example.com", email: "ada.lovelace@example.com") == .sameAsEmail)
        #expect(violation("ada.lovelace!", email: "ada.lovelace@example.com") == nil)
    }
}
