import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Gives a member a role on a website, another one, or with null none.
enum WebsiteMemberSet {
    static func run(
        _ input: WebsiteMemberSetInput,
        _ context: ResolverContext
    ) async throws -> WebsiteMemberSetPayload {
        let errors = InputErrors(path: ["input"])
        let outcome = try await WebsiteChange.run(input.websiteId, .websiteMemberManage, errors, context) {
            website,
            transaction in
            let member = try await find(input.memberId, on: website, in: transaction, context)
            try check(member, wanted: input.role, on: website, context)
            return try await store(member, input.role, website, transaction, context)
        }
        return WebsiteMemberSetPayload(
            grant: outcome.value ?? nil,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private struct Member {
        let id: UUID
        let role: WebsiteRole?
    }

    /// The rights of the viewer may have changed while the transaction waited for the organization's lock.
    private static func find(
        _ id: GlobalID,
        on website: WebsiteRow,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> Member {
        guard let key = id.key(of: .member) else { throw missing }
        let results = try await transaction.pipeline([
            ViewerEpoch.current(try context.tenant()), select(.uuid(key), .uuid(website.id)),
        ])
        try ViewerEpoch.check(results[0])
        guard let row = results[1].first else { throw missing }
        return Member(id: key, role: row.optionalString(0).flatMap { WebsiteRole(rawValue: $0.uppercased()) })
    }

    /// Nobody hands on what they lack, or changes the role of somebody who may do as much as they; one's own they may
    /// lower.
    private static func check(
        _ member: Member,
        wanted: WebsiteRole?,
        on website: WebsiteRow,
        _ context: ResolverContext
    ) throws {
        let own = try WebsiteAuthority(context).permissions(givenRole: website.viewerRole)
        if let stored = member.role, member.id != (try context.tenant().memberID),
            !stored.permissions.isStrictSubset(of: own)
        {
            throw UserErrors(.forbidden, "This member's role is not below yours.", path: ["input", "memberId"])
        }
        if let wanted, !wanted.permissions.isSubset(of: own) {
            throw UserErrors(.roleEscalation, "The role may do more than you.", path: ["input", "role"])
        }
    }

    private static func store(
        _ member: Member,
        _ role: WebsiteRole?,
        _ website: WebsiteRow,
        _ transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> WebsiteGrantRow? {
        let key: [Parameter] = [.uuid(website.id), .uuid(member.id)]
        let audit = try context.audit(
            AuditEntry(
                action: "websiteMemberSet",
                entityType: "Website",
                entityID: website.id,
                oldValues: ["memberId": .optional(member.id), "role": .optional(member.role?.rawValue)],
                newValues: ["memberId": .optional(member.id), "role": .optional(role?.rawValue)]
            )
        )
        guard let role else {
            _ = try await transaction.pipeline([remove.bind(key), audit])
            return nil
        }
        let actor = try context.tenant().viewer.claims.userID
        let grant = set.bind(key + [.text(role.rawValue.lowercased()), .uuid(actor)])
        return try await transaction.pipeline([grant, audit])[0].first.map(WebsiteGrantRow.init)
    }

    private static let missing = UserErrors.notFound("member", path: ["input", "memberId"])
}

extension WebsiteMemberSet {
    private static let select = Statement<TenantScope>(
        "member to give a website role",
        """
        SELECT x.role::text FROM organization_members m
        LEFT JOIN website_members x ON x.organization_id = $1 AND x.member_id = m.id AND x.website_id = $3
        WHERE m.organization_id = $1 AND m.id = $2 AND m.ended_at IS NULL
        """
    )

    private static let set = Statement<TenantScope>(
        "set website role",
        """
        INSERT INTO website_members AS x (organization_id, website_id, member_id, role, granted_by)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organization_id, website_id, member_id)
          DO UPDATE SET role = excluded.role, granted_by = excluded.granted_by, granted_at = clock_timestamp()
        RETURNING \(WebsiteGrantRow.columns)
        """
    )

    private static let remove = Statement<TenantScope>(
        "remove website role",
        "DELETE FROM website_members AS x WHERE x.organization_id = $1 AND x.website_id = $2 AND x.member_id = $3"
    )
}

/// The grant, or none where it was removed.
struct WebsiteMemberSetPayload: MutationPayload {
    static let typeName = "WebsiteMemberSetPayload"

    let grant: WebsiteGrantRow?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}

extension Bindings<ResolverContext> {
    mutating func bindWebsiteMemberSet() {
        object(WebsiteMemberSetPayload.self) { type in
            type.child("grant") { $0.grant }
            type.bindPayload()
        }
        object(MutationRow.self) { type in
            type.mutation("websiteMemberSet", MutationWebsiteMemberSetArguments.self) { arguments, call in
                try await WebsiteMemberSet.run(arguments.input, call.context)
            }
        }
    }
}
