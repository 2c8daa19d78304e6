import Synchronization

/// The bytes of one mail, handed to libcurl piece by piece on one thread; any thread may cancel.
final class SMTPUpload: Sendable {
    private let bytes: [UInt8]
    private let offset = Atomic(0)
    private let cancelled = Atomic(false)

    init(text: String) {
        bytes = Array(text.utf8)
    }

    func cancel() {
        cancelled.store(true, ordering: .relaxed)
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Copies the next bytes and answers their count: 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let start = offset.load(ordering: .relaxed)
        let count = min(buffer.count, bytes.count - start)
        buffer.copyBytes(from: bytes[start..<start + count])
        offset.store(start + count, ordering: .relaxed)
        return count
    }
}
