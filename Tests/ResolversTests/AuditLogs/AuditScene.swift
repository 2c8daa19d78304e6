import Auth
import Files
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// What the calls of one test know of each other.
final class AuditScene {
    static let newcomersAddress = "newcomer@example.com"

    static let guestsAddress = "guest@example.com"

    private let fixture: TenantFixture
    private let records: TestTextRecords
    private let platformAdmin: TestPlatformAdmin
    private let device: TestDevice
    private var kept: [String: JSONValue] = [:]

    /// Adds whom the calls need beside the fixture's people.
    ///
    /// - Parameter records: of the fixture.
    init(_ fixture: TenantFixture, _ records: TestTextRecords) async throws {
        self.fixture = fixture
        self.records = records
        try fixture.address(Self.guestsAddress, of: fixture.second.member)
        platformAdmin = try TestPlatformAdmin(fixture)
        device = try await fixture.device()
        let owner = try fixture.owner()
        let newcomer = Parameter.uuid(UUID())
        _ = try owner.query("INSERT INTO users (id) VALUES ($1)", [newcomer])
        _ = try owner.query("INSERT INTO user_profile (user_id, display_name) VALUES ($1, 'New')", [newcomer])
        _ = try owner.query(
            """
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            VALUES ($1, 'email', $2, true, now())
            """,
            [newcomer, .text(Self.newcomersAddress)]
        )
        let password = try #require(NormalizedPassword(RegisteredPerson.password))
        _ = try owner.query(
            "INSERT INTO user_login_password (user_id, password_hash) VALUES ($1, $2)",
            [.uuid(fixture.second.owner.userID), .text(try await fixture.services.accounts.hasher.hash(password))]
        )
    }

    subscript(name: String) -> JSONValue { kept[name] ?? .null }

    func keep(_ payload: JSONValue, of call: AuditedCall) {
        for (field, name) in call.keeps { kept[name] = payload[field]?["id"] }
    }

    /// The token of a kept invitation's first link.
    func invitationToken(_ name: String) -> JSONValue {
        let key = kept[name]?.stringValue.flatMap { GlobalID($0).key(of: .invitation) }
        return key.map { .string(fixture.token(of: $0)) } ?? .null
    }

    /// A minute after the last punch there is.
    func afterLastPunch() -> JSONValue {
        let rows = try? fixture.owner().query("SELECT max(occurred_at) + interval '1 minute' FROM attendance_events")
        return rows.map { .string($0[0].timestamp(0).description) } ?? .null
    }

    /// Puts the bytes of a kept file where they were announced.
    func storeUpload(_ name: String) async throws {
        let id = try #require(kept[name]?.stringValue.flatMap { GlobalID($0).key(of: .file) })
        try await fixture.services.files.storage.store(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            as: FileKey(organizationID: fixture.first.id, fileID: id)
        )
    }

    /// Publishes the record that shows whose the claimed domain is.
    func publishDomain() {
        let claims = try? fixture.owner().query("SELECT domain, verification_token FROM website_domains")
        for claim in claims.map(Array.init) ?? [] {
            records.publish(
                "rollcall-verification=\(claim.string(1))",
                at: "_rollcall-verification.\(claim.string(0))"
            )
        }
    }

    /// The global ID of something of the fixture.
    func id(_ kind: NodeKind, _ key: KeyPath<TenantFixture, UUID>) -> JSONValue {
        .string(GlobalID(kind, fixture[keyPath: key]).description)
    }

    func principal(_ caller: AuditedCall.Caller) throws -> Principal? {
        switch caller {
        case .person(let person): .person(fixture[keyPath: person].viewer)
        case .platformAdmin: .person(platformAdmin.viewer)
        case .device: try device.principal
        case .nobody: nil
        }
    }
}
