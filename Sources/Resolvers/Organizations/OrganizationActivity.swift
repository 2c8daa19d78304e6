import Auth
import JSON
import Postgres
import Schema

enum OrganizationActivate: EntityMutation {
    static let payloadTypeName = "OrganizationActivatePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(_ input: OrganizationActivateInput, _ context: ResolverContext) async throws -> EntityPayload<Self>
    {
        let change = OrganizationActivity(isActive: true, action: "organizationActivate")
        return EntityPayload(try await change.run(input.reason, context), clientMutationId: input.clientMutationId)
    }
}

enum OrganizationDeactivate: EntityMutation {
    static let payloadTypeName = "OrganizationDeactivatePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: OrganizationDeactivateInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = OrganizationActivity(isActive: false, action: "organizationDeactivate")
        return EntityPayload(try await change.run(input.reason, context), clientMutationId: input.clientMutationId)
    }
}

/// The owner's switch between active and inactive.
private struct OrganizationActivity {
    static let maximumReasonLength = 1_000

    let isActive: Bool
    let action: String

    func run(_ reason: String?, _ context: ResolverContext) async throws -> MutationOutcome<OrganizationRow> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(reason, "reason", maximumLength: Self.maximumReasonLength)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(isForInactiveToo: true) { transaction in
            let owned = try await OwnedOrganization.lock(OrganizationStateLock.all, in: transaction, context)
            try check(owned.state)
            let statements = [
                OrganizationActivityStatements.end(),
                OrganizationActivityStatements.begin(
                    .bool(isActive),
                    .optional(reason),
                    .uuid(try context.signedIn().claims.userID)
                ),
                try audit(owned, reason, context), OrganizationRow.current(),
            ]
            guard let row = try await transaction.pipeline(statements).last?.first else {
                throw PublicErrors.internalError
            }
            return OrganizationRow(row)
        }
    }

    /// Only activating is among the mutations that an inactive organization takes.
    private func check(_ state: OrganizationState) throws {
        switch (state, isActive) {
        case (.inactive, false): throw PublicErrors.refusal(.tenantInactive)
        case (.active, true):
            let change = StateChange(from: state, to: .active, allowed: [.inactive, .archived])
            throw UserErrors([change.error(of: "organization", path: ["input"])])
        default: break
        }
    }

    private func audit(
        _ owned: OwnedOrganization,
        _ reason: String?,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        try context.audit(
            AuditEntry(
                action: action,
                entityType: OrganizationRow.typeName,
                entityID: owned.row.id,
                oldValues: ["state": .string(owned.state.rawValue)],
                newValues: ["state": isActive ? "ACTIVE" : "INACTIVE"],
                reason: reason
            )
        )
    }
}

/// Times are those after the lock: a transaction's own may lie before a row that was committed while it waited.
private enum OrganizationActivityStatements {
    static let end = Statement<TenantScope>(
        "end activity of organization",
        """
        UPDATE organization_active_status AS s SET period = tstzrange(lower(s.period), clock_timestamp(), '[)')
        WHERE s.organization_id = $1 AND upper_inf(s.period)
        """
    )

    static let begin = Statement<TenantScope>(
        "begin activity of organization",
        """
        INSERT INTO organization_active_status (organization_id, is_active, reason, actor_user_id)
        VALUES ($1, $2, $3, $4)
        """
    )
}
