import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres

extension ResolverContext {
    /// The employees of memberships, in their order; nil where there is none within reach, and for memberships of
    /// other organizations than the current one.
    func employees(ofMembers members: [MemberRow]) throws -> Step<[EmployeeRow?]> {
        let organizationID = try signedIn().claims.organizationID
        let ids = members.map { $0.organizationID == organizationID ? $0.id : nil }
        return try employees(ofMembers: ids)
    }

    /// The employees of members of the current organization.
    func employees(ofMembers ids: [UUID?]) throws -> Step<[EmployeeRow?]> {
        guard ids.contains(where: { $0 != nil }) else { return .ready(ids.map { _ in nil }) }
        var sql = SQLText()
        let wanted = sql.parameter(.uuids(ids.filter { $0 != nil }))
        let reach = try self.reach(.employeeRead).condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "employees of members",
            """
            SELECT \(EmployeeRow.columns) FROM employees e \
            WHERE e.organization_id = $1 AND e.member_id = ANY(\(wanted)) AND e.deleted_at IS NULL AND \(reach)
            """
        )
        return try query(statement.bind(sql.parameters)).map { rows in
            let employees = rows.map(EmployeeRow.init).map { ($0.memberID, $0) }
            let found = Dictionary(employees, uniquingKeysWith: { $1 })
            return ids.map { id in id.flatMap { found[$0] } }
        }
    }

    /// The owner of the current organization.
    func owner() throws -> Step<MemberRow?> {
        try query(MemberStatements.owner()).map { $0.first.map(MemberRow.init) }
    }

    /// The viewer's live memberships of all organizations, the current one first.
    ///
    /// Read as the sign-in role, because a tenant's scope hides the roles that they have elsewhere.
    func ownMemberships() throws -> Step<[MemberRow]> {
        let claims = try signedIn().claims
        let statement = MemberStatements.ofPerson(.uuid(claims.userID), .optional(claims.membership?.organizationID))
        return try query(statement).map { $0.map(MemberRow.init) }
    }
}

private enum MemberStatements {
    static let owner = Statement<TenantScope>(
        "owner",
        """
        SELECT \(MemberRow.columns) FROM organization_members m
        WHERE m.organization_id = $1
          AND m.id = (SELECT w.member_id FROM organization_owners w
                WHERE w.organization_id = $1 AND w.ended_at IS NULL)
        """
    )

    static let ofPerson = Statement<AuthScope>(
        "own memberships",
        """
        SELECT \(MemberRow.columns) FROM organization_members m
        WHERE m.user_id = $1 AND m.ended_at IS NULL
        ORDER BY m.organization_id IS DISTINCT FROM $2, m.joined_at, m.organization_id
        """
    )
}
