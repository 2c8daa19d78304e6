import Clibresolv
import Dispatch
import Synchronization

/// Asks the name servers of the system by the C library's resolver.
///
/// That blocks, so each question has a thread of its own and takes none from Swift's tasks; there are few at a time.
public final class SystemTextRecords: TextRecords {
    /// An IPv4 name server beside the system's.
    public struct Server: Sendable {
        let address: String
        let port: UInt16

        public init(address: String, port: UInt16) {
            self.address = address
            self.port = port
        }
    }

    public static let maximumConcurrentCount = 16
    private static let messageCapacity = 16_384
    private static let textCapacity = 4_096

    private let server: Server?
    private let timeoutSeconds: Int32
    private let count = Mutex(0)

    /// - Parameters:
    ///   - server: nil for those that the system is set up with.
    ///   - timeoutSeconds: for each server.
    public init(server: Server? = nil, timeoutSeconds: Int32 = 3) {
        self.server = server
        self.timeoutSeconds = timeoutSeconds
    }

    public func texts(of name: String) async throws(TextRecordFailure) -> [String] {
        guard enter() else { throw TextRecordFailure() }
        defer { count.withLock { $0 -= 1 } }
        let texts = await withCheckedContinuation { continuation in
            // A serial queue of its own gets a thread of its own; a concurrent one would share those of all tasks.
            DispatchQueue(label: "rollcall.dns").async { [server, timeoutSeconds] in
                continuation.resume(returning: Self.ask(name, server, timeoutSeconds))
            }
        }
        guard let texts else { throw TextRecordFailure() }
        return texts
    }

    private func enter() -> Bool {
        count.withLock { count in
            guard count < Self.maximumConcurrentCount else { return false }
            count += 1
            return true
        }
    }

    /// Nil when no server gave an answer.
    private static func ask(_ name: String, _ server: Server?, _ timeoutSeconds: Int32) -> [String]? {
        var message = [UInt8](repeating: 0, count: messageCapacity)
        let length = clibresolv_query_texts(
            name,
            server?.address,
            server?.port ?? 0,
            timeoutSeconds,
            &message,
            Int32(messageCapacity)
        )
        return length < 0 ? nil : texts(in: message, length: length)
    }

    private static func texts(in message: [UInt8], length: Int32) -> [String] {
        var texts: [String] = []
        var text = [UInt8](repeating: 0, count: textCapacity)
        var index: Int32 = 0
        while length > 0 {
            let count = clibresolv_text_at(message, length, index, &text, Int32(textCapacity))
            if count == -1 { break }
            if count >= 0 { texts.append(String(decoding: text.prefix(Int(count)), as: UTF8.self)) }
            index += 1
        }
        return texts
    }
}
