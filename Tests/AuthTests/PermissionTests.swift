import FoundationEssentials
import JSON
import Testing
import Time

@testable import Auth

@Suite struct PermissionTests {
    private func rights(_ role: MembershipRole?, _ custom: PermissionSet = [], isPlatformAdmin: Bool = false) -> Rights
    {
        let now = Timestamp(secondsSinceEpoch: 0)
        let membership = role.map {
            AccessTokenClaims.Membership(
                organizationID: UUID(),
                memberID: UUID(),
                memberEpoch: 1,
                role: $0,
                customPermissions: custom
            )
        }
        return Rights(
            AccessTokenClaims(
                userID: UUID(),
                sessionID: UUID(),
                sessionEpoch: 1,
                membership: membership,
                isPlatformAdmin: isPlatformAdmin,
                issuedAt: now,
                expiresAt: now
            )
        )
    }

    @Test func catalogueEqualsPermissionsJSON() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../permissions.json")
        let file = try JSONReader().read(Array(Data(contentsOf: root)))
        let rows = try #require(file["permissions"]?.arrayValue)
        #expect(rows.count == Permission.allCases.count)
        #expect(PermissionFacts.catalogue.count == rows.count)
        for (row, permission) in zip(rows, Permission.allCases) {
            #expect(row["code"]?.stringValue == permission.code)
            #expect(row["grantable"]?.boolValue == permission.isGrantable)
            #expect(row["d"]?.stringValue == permission.explanation)
            let letters: [PermissionScope?: String] = [
                .organization: "O", .team: "T", .own: "S", .platform: "P", nil: "-",
            ]
            let columns = PermissionColumn.allCases.map { JSONValue.string(letters[permission.scope(in: $0)] ?? "") }
            #expect(row["m"]?.arrayValue == columns, "\(permission.code)")
        }
        #expect(
            file["roles"] == ["PLATFORM_ADMIN", "OWNER", "ADMIN", "MANAGER", "MEMBER", "DEVICE"]
        )
    }

    @Test func codesAreKnownByName() {
        #expect(Permission(code: "org.read") == .orgRead)
        #expect(Permission(code: "employee.read_sensitive") == .employeeReadSensitive)
        #expect(Permission(code: "platform.act_as") == .platformActAs)
        #expect(Permission(code: "org.Read") == nil)
        #expect(Permission(code: "") == nil)
    }

    @Test func rolesHaveTheirReach() {
        #expect(rights(.owner).scope(of: .orgArchive) == .organization)
        #expect(rights(.admin).scope(of: .orgArchive) == nil)
        #expect(rights(.admin).scope(of: .adminRevoke) == .own)
        #expect(rights(.owner).scope(of: .biometricConsent) == .own)
        #expect(rights(.owner).scope(of: .attendanceClockDevice) == nil)
        #expect(Rights.device.scope(of: .attendanceClockDevice) == .organization)
        #expect(rights(nil).effective.isEmpty)
    }

    /// Who manages nobody finds an empty team in SQL.
    @Test func membersArePlannedForAsManagers() {
        let member = rights(.member)
        #expect(member.scope(of: .employeeRead) == .team)
        #expect(member.scope(of: .statsRead) == .organization)
        #expect(member.scope(of: .employeeReadSensitive) == .own)
        #expect(member.allows(.employeeRead, at: .own))
        #expect(member.allows(.employeeRead, at: .team))
        #expect(!member.allows(.employeeRead, at: .organization))
        #expect(!member.allows(.auditRead, at: .own))
    }

    @Test func customRolesAddGrantablePermissionsForTheOrganization() {
        let member = rights(.member, [.employeeRead, .auditRead, .orgArchive, .platformActAs])
        #expect(member.scope(of: .employeeRead) == .organization)
        #expect(member.scope(of: .auditRead) == .organization)
        #expect(member.scope(of: .orgArchive) == nil)
        #expect(member.scope(of: .platformActAs) == nil)
    }

    @Test func platformAdministratorsStandApart() {
        let admin = rights(nil, isPlatformAdmin: true)
        #expect(admin.scope(of: .platformUserRead) == .platform)
        #expect(admin.allows(.orgRead, at: .organization))
        #expect(!admin.allows(.orgUpdate, at: .own))
        #expect(!rights(.owner).allows(.orgRead, at: .platform))
        #expect(rights(.owner, isPlatformAdmin: true).scope(of: .orgRead) == .organization)
        #expect(rights(.owner, isPlatformAdmin: true).allows(.platformUserRead, at: .platform))
    }

    @Test func equalRightsAreEqualKeys() {
        #expect(rights(.member) == rights(.member))
        #expect(rights(.member) != rights(.member, [.auditRead]))
        #expect(Set([rights(.owner), rights(.owner), rights(.admin)]).count == 2)
    }

    @Test func setsKeepTheirMembers() {
        let set = PermissionSet(Permission.allCases)
        #expect(Array(set) == Permission.allCases)
        #expect(!PermissionSet([.orgRead]).contains(.orgUpdate))
        #expect(PermissionSet([]).isEmpty)
    }
}
