import Auth
import FoundationEssentials
import JSON
import Postgres

/// A membership that is about to be made.
struct NewMember: Sendable {
    let id = UUID()
    let userID: UUID
    let values: MemberValues

    /// The member with grant and roles.
    ///
    /// - Parameter actorUserID: the person who gives them.
    func inserts(grantedBy actorUserID: UUID) -> [BoundStatement<TenantScope>] {
        let actor = Parameter.uuid(actorUserID)
        let roles = Array(values.customRoleIDs)
        var statements = [NewMemberStatements.insert(.uuid(id), .uuid(userID), .optional(values.title))]
        if values.role == .admin { statements.append(NewMemberStatements.grantAdmin(.uuid(id), actor)) }
        if !roles.isEmpty {
            statements.append(MemberChangeStatements.addRoles(actor, .uuids(roles.map { _ in id }), .uuids(roles)))
        }
        return statements
    }

    /// Gives the stored member as a ``MemberRow``.
    var select: BoundStatement<TenantScope> { NewMemberStatements.select(.uuid(id)) }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        var json = values.json
        json["userId"] = .optional(userID)
        return json
    }
}

private enum NewMemberStatements {
    static let insert = Statement<TenantScope>(
        "insert member",
        "INSERT INTO organization_members (organization_id, id, user_id, title) VALUES ($1, $2, $3, $4)"
    )

    static let grantAdmin = Statement<TenantScope>(
        "grant admin",
        "INSERT INTO organization_admins (organization_id, member_id, granted_by) VALUES ($1, $2, $3)"
    )

    static let select = Statement<TenantScope>(
        "added member",
        "SELECT \(MemberRow.columns) FROM organization_members m WHERE m.organization_id = $1 AND m.id = $2"
    )
}
