import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Time

/// Makes a member of somebody by the link of an invitation, which works once.
struct InvitationRedemption {
    /// Who has become a member of what.
    struct Admission: Sendable {
        let member: MemberRow
        let organization: OrganizationRow
    }

    let link: InvitationLink
    let userID: UUID
    /// Nil for somebody who is just registering.
    let sessionID: UUID?
    /// The mutation's root field.
    let action: String

    /// - Throws: user errors.
    func redeem(in transaction: Transaction<AuthScope>, _ context: ResolverContext) async throws -> Admission {
        try await link.require(in: transaction)
        let scope = TenantScope(organizationID: link.token.routingID, userID: userID)
        return try await transaction.within(scope) { transaction in
            guard let held = try await HeldInvitation.read(link.token, for: userID, in: transaction) else {
                throw UserErrors.invalidInvitation(path: link.path)
            }
            try held.check(at: context.request.now, path: link.path)
            return try await join(held, in: transaction, context)
        }
    }

    private func join(
        _ held: HeldInvitation,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> Admission {
        let values = MemberValues(
            title: nil,
            role: held.isForAdmin ? .admin : .member,
            accessState: .active,
            customRoleIDs: Set(held.roles.keys)
        )
        let member = NewMember(userID: userID, values: values)
        var statements = member.inserts(grantedBy: held.inviterUserID)
        if let employeeID = held.invitation.employeeID {
            statements.append(Self.linkEmployee(.uuid(employeeID), .uuid(member.id)))
        }
        let now = Parameter.timestamp(context.request.now)
        statements.append(Self.accept(.uuid(held.invitation.id), now, .uuid(userID)))
        statements.append(audit(held, member, context))
        let results = try await transaction.pipeline(statements + [member.select, OrganizationRow.current()])
        guard let row = results[statements.count].first, let organization = results.last?.first else {
            throw PublicErrors.internalError
        }
        return Admission(member: MemberRow(row), organization: OrganizationRow(organization))
    }

    private func audit(
        _ held: HeldInvitation,
        _ member: NewMember,
        _ context: ResolverContext
    ) -> BoundStatement<TenantScope> {
        let answer = AuditEntry(
            action: action,
            entityType: "Invitation",
            entityID: held.invitation.id,
            oldValues: ["status": "PENDING"],
            newValues: ["status": "ACCEPTED"]
        )
        var values = member.json
        values["employeeId"] = .optional(held.invitation.employeeID)
        let membership = AuditEntry(action: action, entityType: "Member", entityID: member.id, newValues: values)
        let actor = AuditActor(userID: userID, memberID: member.id, sessionID: sessionID)
        return context.audit([answer, membership], by: actor)
    }

    private static let linkEmployee = Statement<TenantScope>(
        "link employee to new member",
        """
        UPDATE employees AS e SET member_id = $3, updated_at = now(), version = e.version + 1
        WHERE e.organization_id = $1 AND e.id = $2
        """
    )

    private static let accept = Statement<TenantScope>(
        "accept invitation",
        """
        UPDATE organization_invitations AS i SET status = 'accepted', decided_at = $3, accepted_by_user_id = $4
        WHERE i.organization_id = $1 AND i.id = $2
        """
    )
}
