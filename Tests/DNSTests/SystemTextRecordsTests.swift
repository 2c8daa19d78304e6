import DNS
import Testing

/// The system's resolver against a real name server.
@Suite struct SystemTextRecordsTests {
    private func with(_ records: [String], _ body: (SystemTextRecords) async throws -> Void) async throws {
        let server = try await NameServer.start(records)
        defer { server.stop() }
        try await body(SystemTextRecords(server: server.server, timeoutSeconds: 1))
    }

    @Test func readsTheTextsOfAName() async throws {
        let long = String(repeating: "x", count: 400)
        try await with(["a.example=first", "a.example=second", "long.example=\(long)", "b.example=other"]) {
            (records) async throws in
            #expect(try await records.texts(of: "a.example").sorted() == ["first", "second"])
            // Longer than the 255 bytes that one part of a record may have.
            #expect(try await records.texts(of: "long.example") == [long])
        }
    }

    @Test func findsNothingWhereThereIsNothing() async throws {
        try await with(["a.b.example=text"]) { (records) async throws in
            #expect(try await records.texts(of: "missing.example") == [])
            // The name is there, with no record of its own.
            #expect(try await records.texts(of: "b.example") == [])
        }
    }

    @Test(arguments: ["a.silent", "a.broken"])
    func tellsNoAnswerFromNoRecord(name: String) async throws {
        try await with([]) { (records) async throws in
            await #expect(throws: TextRecordFailure()) { try await records.texts(of: name) }
        }
    }

    /// Waiting takes no thread of Swift's tasks, and no endless number of others.
    @Test func questionsAreBounded() async throws {
        try await with(["a.example=text"]) { (records) async throws in
            let failures = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<(SystemTextRecords.maximumConcurrentCount * 2) {
                    group.addTask {
                        do throws(TextRecordFailure) {
                            return try await records.texts(of: "a.silent").isEmpty
                        } catch { return true }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(failures == SystemTextRecords.maximumConcurrentCount * 2)
            #expect(try await records.texts(of: "a.example") == ["text"])
        }
    }
}
