import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// The two organizations of `Tests/Database/Support/two_organizations.sql`, which have a row in every tenant table.
struct FurnishedOrganizations {
    /// One of them, by its letter.
    struct Organization {
        let id: UUID
        /// IDs of objects of each kind.
        let identifiers: [NodeKind: [String]]
        let owner: Viewer
    }

    static let password = "vq8 Kp2 zx!"
    static let ownersAddress = "owner@b.example"

    let first: Organization
    let second: Organization

    /// The keys of an organization's objects. `$1` is its id.
    private static let keys: [NodeKind: String] = [
        .user: "SELECT user_id FROM organization_members WHERE organization_id = $1",
        .session: "SELECT id FROM user_sessions WHERE active_organization_id = $1",
        .organization: "SELECT id FROM organizations WHERE id = $1",
        .member: "SELECT id FROM organization_members WHERE organization_id = $1",
        .department: "SELECT id FROM departments WHERE organization_id = $1",
        .employee: "SELECT id FROM employees WHERE organization_id = $1",
        .attendanceEvent: "SELECT id FROM attendance_events WHERE organization_id = $1",
        .attendanceSession: "SELECT id FROM attendance_sessions WHERE organization_id = $1",
        .attendanceRecord: "SELECT id FROM attendance_records WHERE organization_id = $1",
        .attendanceBreak: "SELECT id FROM attendance_breaks WHERE organization_id = $1",
        .adminGrant: "SELECT id FROM organization_admins WHERE organization_id = $1",
        .role: "SELECT id FROM roles WHERE organization_id = $1",
        .invitation: "SELECT id FROM organization_invitations WHERE organization_id = $1",
        .website: "SELECT id FROM websites WHERE organization_id = $1",
        .websiteGrant: "SELECT id FROM website_members WHERE organization_id = $1",
        .workLocation: "SELECT id FROM work_locations WHERE organization_id = $1",
        .device: "SELECT id FROM devices WHERE organization_id = $1",
        .deviceIdentity: "SELECT id FROM employee_device_identities WHERE organization_id = $1",
        .attendanceCorrection: "SELECT id FROM attendance_corrections WHERE organization_id = $1",
        .attendancePeriod: "SELECT id FROM attendance_periods WHERE organization_id = $1",
        .file: "SELECT id FROM files WHERE organization_id = $1",
        .shift: "SELECT id FROM shifts WHERE organization_id = $1",
        .shiftAssignment: "SELECT id FROM shift_assignments WHERE organization_id = $1",
        .holidayCalendar: "SELECT id FROM holiday_calendars WHERE organization_id = $1",
        .holiday: "SELECT id FROM holidays WHERE organization_id = $1",
        .auditLog: "SELECT id FROM audit_logs WHERE organization_id = $1",
    ]

    /// Inserts both. The owner of the second can sign in.
    init(into fixture: TenantFixture) async throws {
        let connection = try fixture.owner()
        try connection.execute(Self.script())
        let password = try #require(NormalizedPassword(Self.password))
        _ = try connection.query(
            "UPDATE user_login_password SET password_hash = $1",
            [.text(try await fixture.services.accounts.hasher.hash(password))]
        )
        first = try Self.organization("a", connection)
        second = try Self.organization("b", connection)
        // What is public is for everybody; the first is not.
        _ = try connection.query("UPDATE organizations SET is_public = true WHERE id = $1", [.uuid(second.id)])
    }

    private static func script() throws -> String {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Database/Support/two_organizations.sql").path
        return String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    }

    private static func organization(_ letter: String, _ connection: OwnerConnection) throws -> Organization {
        let id = try key(letter, 1)
        var identifiers: [NodeKind: [String]] = [:]
        for kind in NodeKind.allCases {
            let query = try #require(keys[kind], "Say in FurnishedOrganizations.keys where ids of \(kind) are.")
            let found = try connection.query(query, [.uuid(id)]).map { GlobalID(kind, $0.uuid(0)).description }
            try #require(!found.isEmpty, "Add a \(kind) to two_organizations.sql.")
            identifiers[kind] = found.sorted()
        }
        return Organization(id: id, identifiers: identifiers, owner: try owner(letter, id))
    }

    /// The numbers are those of the script.
    private static func owner(_ letter: String, _ organizationID: UUID) throws -> Viewer {
        let now = Timestamp.now()
        let membership = AccessTokenClaims.Membership(
            organizationID: organizationID,
            memberID: try key(letter, 5),
            memberEpoch: 1,
            role: .owner
        )
        return Viewer(
            AccessTokenClaims(
                userID: try key(letter, 3),
                sessionID: try key(letter, 8),
                sessionEpoch: 1,
                membership: membership,
                isPlatformAdmin: false,
                issuedAt: now,
                expiresAt: now.adding(days: 1)
            )
        )
    }

    private static func key(_ letter: String, _ number: Int) throws -> UUID {
        let zeros = String(repeating: "0", count: 12 - String(number).count)
        return try #require(UUID(uuidString: "\(letter)0000000-0000-4000-8000-\(zeros)\(number)"))
    }
}
