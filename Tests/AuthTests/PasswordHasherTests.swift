import Auth
import Testing

@Suite struct PasswordHasherTests {
    private let password = NormalizedPassword("vq8 Kp2 zx")!

    @Test func verifiesWhatItHashed() async throws {
        let hasher = try PasswordHasher()
        let hash = try await hasher.hash(password)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hasher.hash(password) != hash)
        #expect(try await hasher.verify(password, storedHash: hash))
        #expect(try await !hasher.verify(NormalizedPassword("vq8 Kp2 zy"), storedHash: hash))
        #expect(try await !hasher.verify(nil, storedHash: hash))
        #expect(try await !hasher.verify(password, storedHash: "not a hash"))
        #expect(!hasher.needsRehash(hash))
        #expect(hasher.needsRehash("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA"))
    }

    /// The same characters typed as other code points.
    @Test func normalisesBeforeHashing() async throws {
        let hasher = try PasswordHasher()
        let hash = try await hasher.hash(NormalizedPassword("pa\u{308}sswörter \u{FB03}")!)
        #expect(try await hasher.verify(NormalizedPassword("pässwo\u{308}rter ffi"), storedHash: hash))
    }

    /// An unknown user costs a computation like a known one.
    @Test func computesForUnknownUsersToo() async throws {
        let hasher = try PasswordHasher()
        #expect(try await !hasher.verify(password, storedHash: nil))
        #expect(try await !hasher.verify(nil, storedHash: nil))
        #expect(hasher.startedCount == 2)
    }

    @Test func refusesWhenTheQueueIsFull() async throws {
        let hasher = try PasswordHasher(queueLimit: 4)
        let outcomes = await withTaskGroup(of: PasswordHasher.Failure?.self) { group in
            for _ in 0..<40 {
                group.addTask { [password] in
                    do throws(PasswordHasher.Failure) {
                        _ = try await hasher.verify(password, storedHash: nil)
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.filter { $0 == .busy }.count
        #expect(refused > 0)
        #expect(hasher.startedCount == 40 - refused)
        #expect(try await !hasher.verify(password, storedHash: nil), "the queue empties again")
    }
}
