import Files
import FoundationEssentials
import Testing

@Suite struct FileStorageTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
    private let directory = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID())"
    private let key = FileKey(organizationID: UUID(), fileID: UUID())
    private var storage: FileStorage { FileStorage(directory: directory) }

    @Test func keepsBytesOnceUntilTheyAreErased() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(await storage.bytes(of: key) == nil)
        try await storage.store(Self.png, as: key)
        #expect(await storage.bytes(of: key) == Self.png)
        await #expect(throws: FileStorageError.exists) { try await storage.store([1], as: key) }
        #expect(await storage.bytes(of: key) == Self.png)
        try await storage.erase(key)
        try await storage.erase(key)
        #expect(await storage.bytes(of: key) == nil)
    }

    @Test func tellsWhatWasStored() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await storage.store(Array("abc".utf8), as: key)
        let contents = try #require(await storage.contents(of: key))
        #expect(contents.byteCount == 3)
        #expect(contents.imageType == nil)
        // FIPS 180-2, appendix B.1.
        #expect(contents.sha256.prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
        #expect(await storage.contents(of: FileKey(organizationID: key.organizationID, fileID: UUID())) == nil)
    }

    @Test func whatCannotBeKeptIsSaid() async {
        let storage = FileStorage(directory: "/dev/null/files")
        await #expect(throws: FileStorageError.unavailable) { try await storage.store([1], as: key) }
    }
}

@Suite struct ImageTypeTests {
    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], ImageType.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            (Array("GIF89a..".utf8), .gif), (Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8), .webP),
            (Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), nil), (Array("RIFFxxxxWAVE".utf8), nil),
            ([], nil),
            ([0x89, 0x50], nil),
        ] as [([UInt8], ImageType?)]
    )
    func isReadOffTheFirstBytes(_ bytes: [UInt8], _ type: ImageType?) {
        #expect(ImageType(firstBytes: bytes) == type)
    }
}

@Suite struct FileKeyTests {
    @Test func isReadBack() {
        let key = FileKey(organizationID: UUID(), fileID: UUID())
        #expect(FileKey(key.text) == key)
        for text in ["", "/", "a/b", key.text + "/x", "../\(UUID())", "\(UUID())"] { #expect(FileKey(text) == nil) }
    }
}
