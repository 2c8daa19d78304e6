import Clibsodium

/// Bytes that are overwritten when the last owner lets go of them.
final class SecretBytes: Sendable {
    let count: Int
    // Written only during `init`, freed only in `deinit`.
    private nonisolated(unsafe) let storage: UnsafeMutableRawPointer

    init(copying bytes: UnsafeRawBufferPointer) {
        count = bytes.count
        storage = .allocate(byteCount: max(bytes.count, 1), alignment: 1)
        if let source = bytes.baseAddress { storage.copyMemory(from: source, byteCount: bytes.count) }
    }

    deinit {
        sodium_memzero(storage, count)
        storage.deallocate()
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(start: storage, count: count))
    }

    /// The bytes and their count as C interfaces to text take them.
    func withCharacters<Result>(_ body: (UnsafePointer<CChar>, Int) -> Result) -> Result {
        body(storage.assumingMemoryBound(to: CChar.self), count)
    }
}
