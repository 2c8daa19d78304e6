import Auth
import JSON
import Postgres
import Schema

/// Puts the organization away: nobody works in it until a platform administrator restores it.
enum OrganizationArchive: EntityMutation {
    static let payloadTypeName = "OrganizationArchivePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(_ input: OrganizationArchiveInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: OrganizationArchiveInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<OrganizationRow> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(isForInactiveToo: true) { transaction in
            let owned = try await OwnedOrganization.lock(OrganizationStateLock.all, in: transaction, context)
            if owned.state == .inactive { throw PublicErrors.refusal(.tenantInactive) }
            guard input.confirmSlug == owned.row.row.string(5) else { throw anotherSlug }
            let statements = [
                archive(.optional(reason), .uuid(try context.signedIn().claims.userID)),
                try audit(owned, reason, context), OrganizationRow.current(),
            ]
            guard let row = try await transaction.pipeline(statements).last?.first else {
                throw PublicErrors.internalError
            }
            return OrganizationRow(row)
        }
    }

    private static func audit(
        _ owned: OwnedOrganization,
        _ reason: String?,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        try context.audit(
            AuditEntry(
                action: "organizationArchive",
                entityType: OrganizationRow.typeName,
                entityID: owned.row.id,
                oldValues: ["state": .string(owned.state.rawValue)],
                newValues: ["state": "ARCHIVED"],
                reason: reason
            )
        )
    }

    private static let anotherSlug = UserErrors(
        .invalid,
        "This is not the organization's slug.",
        path: ["input", "confirmSlug"]
    )

    private static let archive = Statement<TenantScope>(
        "archive organization",
        "INSERT INTO organization_archives (organization_id, reason, archived_by) VALUES ($1, $2, $3)"
    )
}
