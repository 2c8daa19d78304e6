import Logging
import Synchronization
import Testing

@testable import Server

@Suite struct SingleLineLogHandlerTests {
    private final class Entries: Sendable {
        let events = Mutex<[(message: String, metadata: Logger.Metadata)]>([])
    }

    private struct Recorder: LogHandler {
        let entries: Entries
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            entries.events.withLock { $0.append(("\(event.message)", all)) }
        }
    }

    @Test func lineBreaksOfOthersDoNotEndAnEntry() {
        let entries = Entries()
        var logger = Logger(label: "test") { _ in SingleLineLogHandler(Recorder(entries: entries)) }
        logger[metadataKey: "own"] = "a\nb"
        logger.info("one\r\ntwo", metadata: ["reason": "closed\n\tbefore\u{2028}it", "number": .stringConvertible(7)])
        let events = entries.events.withLock { $0 }
        #expect(events.count == 1)
        #expect(events.first?.message == "one two")
        #expect(events.first?.metadata == ["own": "a b", "reason": "closed before it", "number": "7"])
    }
}
