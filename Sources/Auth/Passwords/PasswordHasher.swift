import Clibsodium
import Dispatch
import Synchronization

/// Hashes and compares passwords with Argon2id on threads of its own, so that neither the event loops nor the
/// cooperative pool ever wait for it.
///
/// About 20 ms and 19 MiB per call: the settings that OWASP's password storage cheat sheet gives first.
public final class PasswordHasher: Sendable {
    public static let threadCount = 2
    static let operationsLimit: UInt64 = 2
    static let memoryLimitBytes = 19 * 1024 * 1024

    public enum Failure: Error, Sendable, Equatable {
        /// As many calls as allowed are waiting already.
        case busy
        /// libsodium could not get its memory.
        case outOfMemory
    }

    /// Calls that may wait or run at once.
    public let queueLimit: Int
    private let lanes: [DispatchQueue]
    private let pending: Mutex<[Int]>
    private let started = Atomic<Int>(0)
    private let dummyHash: String

    /// - Parameter queueLimit: calls that may wait or run before further ones are refused with `busy`.
    public init(queueLimit: Int = 64) throws(Failure) {
        // 0 the first time, 1 when somebody did it before; both mean ready.
        guard sodium_init() >= 0 else { throw .outOfMemory }
        self.queueLimit = queueLimit
        lanes = (0..<Self.threadCount).map { DispatchQueue(label: "rollcall.password-hasher.\($0)") }
        pending = Mutex([Int](repeating: 0, count: Self.threadCount))
        dummyHash = try Self.hash(SecretBytes.random(byteCount: 32))
    }

    /// Hash computations begun so far, for tests and metrics.
    public var startedCount: Int { started.load(ordering: .relaxed) }

    /// The string to store: algorithm, parameters, salt and hash in the PHC form.
    public func hash(_ password: NormalizedPassword) async throws(Failure) -> String {
        let result: Result<String, Failure> = try await run {
            Result { () throws(Failure) in try Self.hash(password.secret) }
        }
        return try result.get()
    }

    /// Whether the password is the one that was stored.
    ///
    /// - Parameters:
    ///   - password: nil for input that cannot be a password; it costs as much as any.
    ///   - storedHash: nil for an unknown user; the answer is then false, after the same time.
    public func verify(_ password: NormalizedPassword?, storedHash: String?) async throws(Failure) -> Bool {
        let expected = storedHash ?? dummyHash
        let isMatch = try await run {
            Self.verify(password?.secret ?? SecretBytes.random(byteCount: 16), expected)
        }
        return isMatch && storedHash != nil
    }

    /// Whether a stored hash was made with other settings than today's.
    public func needsRehash(_ storedHash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(storedHash, Self.operationsLimit, Self.memoryLimitBytes) != 0
    }

    /// Runs the work on the thread with the shorter queue.
    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(Failure) -> Value {
        guard let lane = reserveLane() else { throw .busy }
        return await withCheckedContinuation { continuation in
            lanes[lane].async { [self] in
                started.add(1, ordering: .relaxed)
                let value = work()
                pending.withLock { $0[lane] -= 1 }
                continuation.resume(returning: value)
            }
        }
    }

    private func reserveLane() -> Int? {
        pending.withLock { pending in
            guard pending.reduce(0, +) < queueLimit else { return nil }
            let lane = pending.indices.min { pending[$0] < pending[$1] }
            if let lane { pending[lane] += 1 }
            return lane
        }
    }

    private static func hash(_ secret: SecretBytes) throws(Failure) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let status = secret.withCharacters { characters, count in
            crypto_pwhash_str(&text, characters, UInt64(count), operationsLimit, memoryLimitBytes)
        }
        guard status == 0 else { throw .outOfMemory }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func verify(_ secret: SecretBytes, _ storedHash: String) -> Bool {
        secret.withCharacters { characters, count in
            crypto_pwhash_str_verify(storedHash, characters, UInt64(count)) == 0
        }
    }
}

extension SecretBytes {
    /// From libsodium's generator, which needs `sodium_init` before.
    fileprivate static func random(byteCount: Int) -> SecretBytes {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        randombytes_buf(&bytes, byteCount)
        return bytes.withUnsafeBytes { SecretBytes(copying: $0) }
    }
}
