import Auth
import FoundationEssentials
import JSON
import Postgres

/// A change of owner that has been found allowed, under the organization's lock.
struct OwnershipTransfer {
    struct Result: Sendable {
        let organization: OrganizationRow
        let previousOwner: MemberRow
        let newOwner: MemberRow
    }

    let from: UUID
    let to: UUID
    /// Whether the previous owner becomes an admin rather than a plain member.
    let keepsAdmin: Bool

    /// Ends one ownership and begins the next. Both members' tokens become stale.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> Result {
        let (ownerID, actor) = (UUID(), Parameter.uuid(try context.tenant().viewer.claims.userID))
        let demoted: [BoundStatement<TenantScope>] =
            keepsAdmin ? [OwnershipStatements.grantAdmin(.uuid(from), actor)] : []
        let statements =
            [
                OwnershipStatements.end(), OwnershipStatements.begin(.uuid(ownerID), .uuid(to), actor),
                OwnershipStatements.revokeAdmins(.uuids([from, to]), actor),
            ] + demoted + [
                OwnershipStatements.raiseEpochs(.uuids([from, to])), try audit(context),
                OwnershipStatements.setOwner(.uuid(ownerID)), OwnershipStatements.members(.uuids([from, to])),
            ]
        let results = try await transaction.pipeline(statements)
        let members = results[statements.count - 1].map(MemberRow.init)
        guard let organization = results[statements.count - 2].first.map(OrganizationRow.init),
            let previousOwner = members.first(where: { $0.id == from }),
            let newOwner = members.first(where: { $0.id == to })
        else { throw PublicErrors.internalError }
        return Result(organization: organization, previousOwner: previousOwner, newOwner: newOwner)
    }

    private func audit(_ context: ResolverContext) throws -> BoundStatement<TenantScope> {
        try context.audit(
            AuditEntry(
                action: "organizationTransferOwnership",
                entityType: OrganizationRow.typeName,
                entityID: try context.tenant().organizationID,
                oldValues: ["ownerMemberId": .optional(from)],
                newValues: ["ownerMemberId": .optional(to), "previousOwnerRole": keepsAdmin ? "ADMIN" : "MEMBER"]
            )
        )
    }
}

/// Times are those after the lock: a transaction's own may lie before a row that was committed while it waited.
enum OwnershipStatements {
    /// A live member: whether they own the organization, and whether they may work in it.
    static let candidate = Statement<TenantScope>(
        "candidate for ownership",
        """
        SELECT EXISTS (SELECT FROM organization_owners w
                 WHERE w.organization_id = $1 AND w.member_id = m.id AND w.ended_at IS NULL),
               m.is_active AND app.is_colleague_active(m.user_id)
        FROM organization_members m
        WHERE m.organization_id = $1 AND m.id = $2 AND m.ended_at IS NULL
        """
    )

    static let end = Statement<TenantScope>(
        "end ownership",
        """
        UPDATE organization_owners AS w SET ended_at = clock_timestamp()
        WHERE w.organization_id = $1 AND w.ended_at IS NULL
        """
    )

    static let begin = Statement<TenantScope>(
        "begin ownership",
        "INSERT INTO organization_owners (organization_id, id, member_id, transferred_by) VALUES ($1, $2, $3, $4)"
    )

    static let revokeAdmins = Statement<TenantScope>(
        "end admin grants at transfer",
        """
        UPDATE organization_admins AS g SET revoked_at = clock_timestamp(), revoked_by = $3
        WHERE g.organization_id = $1 AND g.member_id = ANY($2) AND g.revoked_at IS NULL
        """
    )

    static let grantAdmin = Statement<TenantScope>(
        "make previous owner an admin",
        "INSERT INTO organization_admins (organization_id, member_id, granted_by) VALUES ($1, $2, $3)"
    )

    static let raiseEpochs = Statement<TenantScope>(
        "raise epochs of owners",
        """
        UPDATE organization_members AS m SET authz_epoch = m.authz_epoch + 1, version = m.version + 1
        WHERE m.organization_id = $1 AND m.id = ANY($2)
        """
    )

    static let setOwner = Statement<TenantScope>(
        "set owner",
        """
        UPDATE organizations AS o SET current_owner_id = $2, updated_at = now(), version = o.version + 1
        WHERE o.id = $1
        RETURNING \(OrganizationRow.columns)
        """
    )

    static let members = Statement<TenantScope>(
        "members of a transfer",
        "SELECT \(MemberRow.columns) FROM organization_members m WHERE m.organization_id = $1 AND m.id = ANY($2)"
    )
}
