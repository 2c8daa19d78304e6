import Auth
import FoundationEssentials
import Testing
import Time

@Suite struct FileLinksTests {
    private static let now = Timestamp(secondsSinceEpoch: 1_800_000_000)
    private let link = FileLink(
        .upload,
        organizationID: UUID(),
        fileID: UUID(),
        byteCount: 4_096,
        expiresAt: now.adding(minutes: 15)
    )

    private static func keys(_ byte: UInt8, previous: UInt8? = nil) throws -> TokenKeys {
        func key(_ byte: UInt8) throws -> TokenKey {
            try TokenKey(id: "k\(byte)", secret: Array(repeating: byte, count: 32))
        }
        return try TokenKeys(current: key(byte), previous: previous.map(key))
    }

    @Test func isReadBackUntilItExpires() throws {
        let links = FileLinks(keys: try Self.keys(1))
        let token = links.token(link)
        #expect(links.link(token, now: Self.now) == link)
        #expect(links.link(token, now: link.expiresAt.adding(seconds: -1)) == link)
        #expect(links.link(token, now: link.expiresAt) == nil)
    }

    @Test func outlivesARotationOfKeys() throws {
        let token = FileLinks(keys: try Self.keys(1)).token(link)
        #expect(FileLinks(keys: try Self.keys(2, previous: 1)).link(token, now: Self.now) == link)
        #expect(FileLinks(keys: try Self.keys(2)).link(token, now: Self.now) == nil)
    }

    @Test func anyOtherCharacterSpoilsIt() throws {
        let links = FileLinks(keys: try Self.keys(1))
        let token = links.token(link)
        for index in token.indices {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
            #expect(links.link(changed, now: Self.now) == nil)
        }
        for text in ["", String(token.dropLast()), token + "A", String(repeating: "A", count: token.count)] {
            #expect(links.link(text, now: Self.now) == nil)
        }
    }
}
