import Auth
import FoundationEssentials
import Postgres
import Schema
import Testing
import Time

/// An organization in UTC with four members. All but the owner have an employee record; the member's manager is the
/// manager, and nobody else's.
struct TestOrganization: Sendable {
    let id: UUID
    let owner: TestPerson
    let admin: TestPerson
    let manager: TestPerson
    let member: TestPerson

    init(named name: String, _ connection: OwnerConnection) throws {
        id = UUID()
        owner = TestPerson(id, .owner)
        admin = TestPerson(id, .admin)
        manager = TestPerson(id, .member)
        member = TestPerson(id, .member)
        let ownerRecord = UUID()
        try connection.execute("BEGIN")
        _ = try connection.query(
            "INSERT INTO organizations (id, name, current_owner_id) VALUES ($1, $2, $3)",
            [.uuid(id), .text(name), .uuid(ownerRecord)]
        )
        _ = try connection.query("INSERT INTO organization_settings (organization_id) VALUES ($1)", [.uuid(id)])
        for person in [owner, admin, manager, member] { try person.insert(into: id, connection) }
        _ = try connection.query(
            "INSERT INTO organization_owners (organization_id, id, member_id) VALUES ($1, $2, $3)",
            [.uuid(id), .uuid(ownerRecord), .uuid(owner.memberID)]
        )
        _ = try connection.query(
            "INSERT INTO organization_admins (organization_id, member_id, granted_by) VALUES ($1, $2, $3)",
            [.uuid(id), .uuid(admin.memberID), .uuid(owner.memberID)]
        )
        try insertEmployee(admin.employeeID, number: "E-1", member: admin.memberID, connection)
        try insertEmployee(manager.employeeID, number: "E-2", member: manager.memberID, connection)
        try insertEmployee(
            member.employeeID,
            number: "E-3",
            member: member.memberID,
            manager: manager.employeeID,
            connection
        )
        try connection.execute("COMMIT")
    }

    func insertEmployee(
        _ employee: UUID,
        number: String,
        member: UUID? = nil,
        manager: UUID? = nil,
        timeZone: String? = nil,
        _ connection: OwnerConnection
    ) throws {
        _ = try connection.query(
            """
            INSERT INTO employees (organization_id, id, employee_number, full_name, member_id, manager_id, time_zone, hired_on)
            VALUES ($1, $2, $3, 'Employee ' || $3, $4, $5, $6, '2020-01-01')
            """,
            [.uuid(id), .uuid(employee), .text(number), .optional(member), .optional(manager), .optional(timeZone)]
        )
    }
}

/// A signed-in member.
struct TestPerson: Sendable {
    let userID = UUID()
    let memberID = UUID()
    /// The owner has no such record.
    let employeeID = UUID()
    let viewer: Viewer

    var employeeGlobalID: GlobalID { GlobalID(.employee, employeeID) }

    fileprivate init(_ organizationID: UUID, _ role: Auth.MembershipRole) {
        let now = Timestamp.now()
        let membership = AccessTokenClaims.Membership(
            organizationID: organizationID,
            memberID: memberID,
            memberEpoch: 1,
            role: role
        )
        let claims = AccessTokenClaims(
            userID: userID,
            sessionID: UUID(),
            sessionEpoch: 1,
            membership: membership,
            isPlatformAdmin: false,
            issuedAt: now,
            expiresAt: now.adding(days: 1)
        )
        viewer = Viewer(claims)
    }

    /// The person, their session, which lasts until 2100, and their membership.
    fileprivate func insert(into organizationID: UUID, _ connection: OwnerConnection) throws {
        _ = try connection.query("INSERT INTO users (id) VALUES ($1)", [.uuid(userID)])
        _ = try connection.query(
            "INSERT INTO user_profile (user_id, display_name) VALUES ($1, 'Somebody')",
            [.uuid(userID)]
        )
        _ = try connection.query(
            """
            INSERT INTO user_sessions (user_id, id, active_organization_id, expires_at)
            VALUES ($1, $2, $3, '2100-01-01Z')
            """,
            [.uuid(userID), .uuid(viewer.claims.sessionID), .uuid(organizationID)]
        )
        _ = try connection.query(
            "INSERT INTO organization_members (organization_id, id, user_id) VALUES ($1, $2, $3)",
            [.uuid(organizationID), .uuid(memberID), .uuid(userID)]
        )
    }
}
