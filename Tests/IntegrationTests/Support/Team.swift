import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// An organization of two, of whom the first owns it. The roles change, and the tokens with them.
struct Team {
    struct Mate {
        let email: String
        var client: APIClient
        var memberID: String
    }

    private let server: RunningServer
    private let organizationID: String
    private(set) var first: Mate
    private(set) var second: Mate

    init(_ name: String, on server: RunningServer) throws {
        let tenant = try Tenant(name, on: server)
        self.server = server
        organizationID = tenant.organizationID
        first = Mate(email: tenant.email, client: tenant.owner, memberID: "")
        let email = "second@\(name.lowercased()).example"
        let newcomer = try Person.signUp(email, organization: nil, on: server)
        second = Mate(email: email, client: newcomer.client, memberID: "")
        try addSecondAgain()
        first = try signedIn(first)
    }

    /// Input with which the first hands the organization to the second.
    var transfer: JSONValue { ["memberId": .string(second.memberID), "password": .string(Tenant.password)] }

    /// Makes the second, who is no member now, one.
    mutating func addSecondAgain() throws {
        _ = try first.client.succeed("memberAdd", ["email": .string(second.email)])
        second = try signedIn(second)
    }

    /// The second owns the organization now.
    mutating func swap() throws {
        (first, second) = (try signedIn(second), try signedIn(first))
    }

    /// Makes the one who owns the organization the first, and the other an active member.
    mutating func gatherAgain() throws {
        let owner = try #require(try owners().first)
        if owner == second.memberID { Swift.swap(&first, &second) }
        first = try signedIn(first)
        let activation = try first.client.mutate("memberActivate", ["memberId": .string(second.memberID)])
        if activation.codes == ["NOT_FOUND"] {
            try addSecondAgain()
        } else {
            second = try signedIn(second)
        }
    }

    /// IDs of the live owners who are active members.
    func owners() throws -> [String] {
        try server.database.connect().query(
            """
            SELECT w.member_id FROM organization_owners w
            JOIN organization_members m ON m.organization_id = w.organization_id AND m.id = w.member_id
            JOIN organizations o ON o.id = w.organization_id AND o.current_owner_id = w.id
            WHERE w.organization_id = $1 AND w.ended_at IS NULL AND m.is_active
            """,
            [.uuid(GlobalID(organizationID).uuid)]
        ).map { GlobalID(.member, $0.uuid(0)).description }
    }

    /// How many grants of admin have not ended.
    func liveGrants() throws -> Int64 {
        try server.database.connect().query(
            "SELECT count(*) FROM organization_admins WHERE organization_id = $1 AND revoked_at IS NULL",
            [.uuid(GlobalID(organizationID).uuid)]
        )[0].int64(0)
    }

    private func signedIn(_ mate: Mate) throws -> Mate {
        var mate = mate
        mate.client = try Person.signIn(mate.email, organizationID: organizationID, mate.client).client
        mate.memberID = try mate.client.data("{ viewer { member { id } } }").text(at: "viewer.member.id")
        return mate
    }
}
