import FoundationEssentials
import JSON
import Mail
import TestProcesses
import Testing
import Time

@Suite struct FileTransportTests {
    private func message() throws -> MailMessage {
        let address = try #require(MailAddress("ada@example.com"))
        return Letter.passwordChanged(at: .now()).message(id: UUID(), to: address, locale: "en", date: .now())
    }

    @Test func appendsLinesOfJSON() async throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let transport = FileTransport(directory: directory.path)
        for _ in 0..<2 { try await transport.send(try message()) }
        let lines = try String(contentsOfFile: transport.path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2)
        let mail = try JSONReader().read(Array(lines[1].utf8))
        #expect(mail["to"] == "ada@example.com")
        #expect(mail["subject"] == "Your password was changed")
        #expect(mail["text"]?.stringValue?.isEmpty == false)
    }

    @Test func saysWhyNothingWasWritten() async throws {
        let message = try message()
        let failure = await #expect(throws: MailFailure.self) {
            try await FileTransport(directory: "/nowhere").send(message)
        }
        #expect(failure?.isPermanent == false)
    }
}
