import Auth
import Files
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

@Suite struct FileTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

    /// An announcement of ``png`` as a logo, but for some values.
    private static func announcement(_ values: JSONObject = [:]) -> JSONObject {
        var input: JSONObject = [
            "purpose": "LOGO", "fileName": "logo.png", "contentType": "image/png", "byteSize": 11,
        ]
        for value in values { input[value.key] = value.value }
        return input
    }

    /// Announces a picture and puts bytes where its address says, as the server does; answers its id.
    private static func upload(
        _ fixture: TenantFixture,
        _ values: JSONObject = [:],
        bytes: [UInt8] = png,
        as person: TestPerson
    ) async throws -> JSONValue {
        let input = announcement(values)
        let payload = try await fixture.mutate(
            "fileUploadRequest",
            input,
            "file { id status downloadUrl } upload { url method headers maxBytes }",
            as: person.viewer
        )
        #expect(payload["userErrors"] == [])
        #expect(payload.at("file.status") == "PENDING")
        #expect(payload.at("file.downloadUrl") == .null)
        #expect(payload.at("upload.method") == "PUT")
        let url = try #require(payload.at("upload.url")?.stringValue)
        let prefix = "https://rollcall.example/files/"
        try #require(url.hasPrefix(prefix))
        let link = try #require(fixture.services.files.links.link(url.dropFirst(prefix.count), now: .now()))
        #expect(link.use == .upload)
        let key = FileKey(organizationID: link.organizationID, fileID: link.fileID)
        try await fixture.services.files.storage.store(bytes, as: key)
        return try #require(payload.at("file.id"))
    }

    private static func complete(
        _ fixture: TenantFixture,
        _ id: JSONValue,
        as person: TestPerson
    ) async throws -> JSONValue {
        try await fixture.mutate("fileUploadComplete", ["fileId": id], "file { status downloadUrl }", as: person.viewer)
    }

    private static func codes(_ payload: JSONValue) -> [JSONValue?] {
        payload["userErrors"]?.arrayValue?.map { $0["code"] } ?? []
    }

    @Test func aLogoIsUploadedShownAndTakenAway() async throws {
        try await TenantFixture.with { fixture in
            let admin = fixture.first.admin
            let id = try await Self.upload(fixture, as: admin)
            let early = try await fixture.mutate("organizationLogoSet", ["fileId": id], "", as: admin.viewer)
            #expect(Self.codes(early) == ["NOT_FOUND"])
            let completed = try await Self.complete(fixture, id, as: admin)
            #expect(completed.at("file.status") == "READY")
            #expect(completed.at("file.downloadUrl")?.stringValue?.hasPrefix("https://rollcall.example/files/") == true)
            let again = try await Self.complete(fixture, id, as: admin)
            #expect(again.at("file.status") == "READY")
            let set = try await fixture.mutate(
                "organizationLogoSet",
                ["fileId": id],
                "organization { logoUrl }",
                as: admin.viewer
            )
            #expect(set.at("organization.logoUrl") == completed.at("file.downloadUrl"))
            #expect(try fixture.auditRows("organizationLogoSet").count == 1)
            let deleted = try await fixture.mutate("fileDelete", ["fileId": id], "file { status }", as: admin.viewer)
            #expect(deleted.at("file.status") == "DELETED")
            let after = try await fixture.execute("{ organization { logoUrl } }", as: admin.viewer)
            #expect(after.at("data.organization.logoUrl") == .null)
            #expect(Self.codes(try await Self.complete(fixture, id, as: admin)) == ["NOT_FOUND"])
        }
    }

    @Test(
        arguments: [
            (["contentType": "image/svg+xml"], "FILE_TYPE_NOT_ALLOWED"), (["byteSize": 10_001], "FILE_TOO_LARGE"),
            (["byteSize": 0], "OUT_OF_RANGE"), (["fileName": " "], "REQUIRED"), (["sha256": "12"], "INVALID"),
        ] as [(JSONObject, String)]
    )
    func whatCannotBeTakenIsRefusedBefore(_ values: JSONObject, _ code: String) async throws {
        try await TenantFixture.with { fixture in
            let input = Self.announcement(values)
            let viewer = fixture.first.admin.viewer
            let payload = try await fixture.mutate("fileUploadRequest", input, "file { id }", as: viewer)
            #expect(Self.codes(payload) == [.string(code)])
            #expect(payload["file"] == .null)
        }
    }

    @Test func whatIsNotAsAnnouncedIsRefusedAndErased() async throws {
        try await TenantFixture.with { fixture in
            let admin = fixture.first.admin
            let page = Array("<html>1234".utf8) + [0x20]
            let wrongType = try await Self.upload(fixture, bytes: page, as: admin)
            let refused = try await Self.complete(fixture, wrongType, as: admin)
            #expect(Self.codes(refused) == ["FILE_TYPE_NOT_ALLOWED"])
            #expect(refused.at("file.status") == "REJECTED")
            #expect(refused.at("file.downloadUrl") == .null)
            let wrongHash = try await Self.upload(
                fixture,
                ["sha256": .string(String(repeating: "0", count: 64))],
                as: admin
            )
            #expect(Self.codes(try await Self.complete(fixture, wrongHash, as: admin)) == ["INVALID"])
            #expect(Self.codes(try await Self.complete(fixture, wrongHash, as: admin)) == ["INVALID_TRANSITION"])
            let owner = try fixture.owner()
            let key = try owner.query("SELECT organization_id, id FROM files")[0]
            let file = FileKey(organizationID: key.uuid(0), fileID: key.uuid(1))
            #expect(await fixture.services.files.storage.bytes(of: file) != nil)
            try owner.execute("INSERT INTO jobs (kind) VALUES ('files_clean_up')")
            _ = try await fixture.deliverMail()
            #expect(await fixture.services.files.storage.bytes(of: file) == nil)
            let left = try owner.query(
                "SELECT count(*) FROM files WHERE status = 'rejected' AND erased_at IS NOT NULL"
            )
            #expect(left[0].int64(0) == 2)
        }
    }

    @Test func anAvatarIsOnesOwn() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let id = try await Self.upload(fixture, ["purpose": "AVATAR"], as: member)
            _ = try await Self.complete(fixture, id, as: member)
            let others = try await fixture.mutate(
                "userProfileUpdate",
                ["avatarFileId": id],
                "",
                as: fixture.first.admin.viewer
            )
            #expect(Self.codes(others) == ["NOT_FOUND"])
            let own = try await fixture.mutate(
                "userProfileUpdate",
                ["avatarFileId": id],
                "user { avatarUrl }",
                as: member.viewer
            )
            #expect(own.at("user.avatarUrl")?.stringValue?.contains("/files/") == true)
            _ = try await fixture.mutate("fileDelete", ["fileId": id], "", as: fixture.first.admin.viewer)
            let after = try await fixture.execute("{ viewer { user { avatarUrl } } }", as: member.viewer)
            #expect(after.at("data.viewer.user.avatarUrl") == .null)
        }
    }

    @Test func membersReachTheirOwnFilesOnly() async throws {
        try await TenantFixture.with { fixture in
            let id = try await Self.upload(fixture, as: fixture.first.admin)
            let document = """
                query($id: ID!) {
                  node(id: $id) { id }
                  organization { files(filter: {purpose: [LOGO]}) { totalCount nodes { owner { id } } } }
                }
                """
            let member = try await fixture.execute(document, ["id": id], as: fixture.first.member.viewer)
            #expect(member.at("data.node") == .null)
            #expect(member.at("data.organization.files.totalCount") == 0)
            let owner = try await fixture.execute(document, ["id": id], as: fixture.first.owner.viewer)
            #expect(owner.at("data.node.id") == id)
            #expect(owner.at("data.organization.files.totalCount") == 1)
            let delete = try await fixture.mutate("fileDelete", ["fileId": id], "", as: fixture.first.member.viewer)
            #expect(Self.codes(delete) == ["NOT_FOUND"])
        }
    }

    @Test func aMemberKeepsOnlySoMany() async throws {
        try await TenantFixture.with { fixture in
            try fixture.owner().execute(
                """
                INSERT INTO files (organization_id, owner_member_id, purpose, file_name, content_type, byte_size)
                SELECT organization_id, id, 'logo', 'x', 'image/png', 1 FROM organization_members, generate_series(1, 100)
                """
            )
            let payload = try await fixture.mutate(
                "fileUploadRequest",
                Self.announcement(),
                "file { id }",
                as: fixture.first.admin.viewer
            )
            #expect(Self.codes(payload) == ["LIMIT_REACHED"])
        }
    }
}
