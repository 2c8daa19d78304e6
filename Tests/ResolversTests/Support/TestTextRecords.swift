import DNS
import Synchronization

/// A domain name system without records.
struct NoTextRecords: TextRecords {
    func texts(of name: String) async throws(TextRecordFailure) -> [String] { [] }
}

/// A domain name system that a test fills.
final class TestTextRecords: TextRecords {
    private let records = Mutex<[String: [String]]>([:])
    private let isSilent = Mutex(false)

    func publish(_ text: String, at name: String) {
        records.withLock { $0[name, default: []].append(text) }
    }

    /// No server gives an answer any more.
    func fallSilent() {
        isSilent.withLock { $0 = true }
    }

    func texts(of name: String) async throws(TextRecordFailure) -> [String] {
        if isSilent.withLock({ $0 }) { throw TextRecordFailure() }
        return records.withLock { $0[name] ?? [] }
    }
}
