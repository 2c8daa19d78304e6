import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

enum PlatformOrganizationSuspend: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationSuspendPayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationSuspendInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.suspend
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

enum PlatformOrganizationUnsuspend: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationUnsuspendPayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationUnsuspendInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.unsuspend
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

enum PlatformOrganizationRestore: EntityMutation {
    static let payloadTypeName = "PlatformOrganizationRestorePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: PlatformOrganizationRestoreInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let change = PlatformOrganizationChange.restore
        let outcome = try await change.run(input.organizationId, reason: input.reason, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// What platform administrators do to an organization's state.
private enum PlatformOrganizationChange: String {
    case suspend = "platformOrganizationSuspend"
    case unsuspend = "platformOrganizationUnsuspend"
    case restore = "platformOrganizationRestore"

    func run(
        _ id: GlobalID,
        reason: String,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<OrganizationRow> {
        let missing = UserErrors.notFound("organization", path: ["input", "organizationId"])
        guard let key = id.key(of: .organization) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let reason = errors.required(reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.administer { transaction in
            let organization = Parameter.uuid(key)
            let locked = try await transaction.pipeline([
                PlatformStatements.lockState(organization), PlatformStatements.lockRow(organization),
                PlatformStatements.organization(organization),
            ])
            guard let row = locked[2].first else { throw missing }
            guard let state = OrganizationState(rawValue: row.string(12).uppercased()) else {
                throw PublicErrors.internalError
            }
            let change = StateChange(
                from: state,
                to: target,
                allowed: startingStates.contains(state) ? [target] : []
            )
            if !change.isAllowed {
                throw UserErrors([change.error(of: "organization", path: ["input", "organizationId"])])
            }
            let statements = [
                statement(organization, .uuid(try context.signedIn().claims.userID), .text(reason)),
                try audit(key, from: state, reason, context),
                try context.platformAudit(
                    PlatformAuditEntry(action: rawValue, subject: ["organizationId": .optional(key)], reason: reason)
                ),
                PlatformStatements.organization(organization),
            ]
            guard let changed = try await transaction.pipeline(statements).last?.first else {
                throw PublicErrors.internalError
            }
            return OrganizationRow(changed)
        }
    }

    private var startingStates: [OrganizationState] {
        switch self {
        case .suspend: [.active, .inactive]
        case .unsuspend: [.suspended]
        case .restore: [.archived]
        }
    }

    private var target: OrganizationState { self == .suspend ? .suspended : .active }

    private func statement(
        _ organization: Parameter,
        _ actor: Parameter,
        _ reason: Parameter
    ) -> BoundStatement<PlatformScope> {
        switch self {
        case .suspend: PlatformStatements.suspend(organization, actor, reason)
        case .unsuspend: PlatformStatements.unsuspend(organization, actor, reason)
        case .restore: PlatformStatements.restore(organization, actor)
        }
    }

    /// The organization's own log tells of it too.
    private func audit(
        _ id: UUID,
        from state: OrganizationState,
        _ reason: String,
        _ context: ResolverContext
    ) throws -> BoundStatement<PlatformScope> {
        PlatformStatements.tenantAudit(
            .uuid(id),
            .uuid(try context.signedIn().claims.userID),
            .text(rawValue),
            .text(JSONValue.object(["state": .string(state.rawValue)]).text),
            .text(reason),
            .text(context.request.requestID)
        )
    }
}

/// Times are those after the lock: a transaction's own may lie before a row that was committed while it waited.
enum PlatformStatements {
    /// Waits for the organization's mutations, as ``OrganizationStateLock`` does.
    static let lockState = Statement<PlatformScope>(
        "platform locks organization's state",
        "SELECT pg_advisory_xact_lock(3, hashtext($1::text))"
    )

    static let lockRow = Statement<PlatformScope>(
        "platform locks organization",
        "SELECT 1 FROM organizations o WHERE o.id = $1 FOR NO KEY UPDATE"
    )

    static let organization = Statement<PlatformScope>(
        "organization of the platform",
        "SELECT \(OrganizationRow.columns) FROM organizations o WHERE o.id = $1"
    )

    static let suspend = Statement<PlatformScope>(
        "suspend organization",
        "INSERT INTO organization_suspensions (organization_id, suspended_by, reason) VALUES ($1, $2, $3)"
    )

    static let unsuspend = Statement<PlatformScope>(
        "unsuspend organization",
        """
        UPDATE organization_suspensions AS s
        SET period = tstzrange(lower(s.period), clock_timestamp(), '[)'), lifted_by = $2, lift_reason = $3
        WHERE s.organization_id = $1 AND upper_inf(s.period)
        """
    )

    static let restore = Statement<PlatformScope>(
        "restore organization",
        """
        UPDATE organization_archives AS a
        SET period = tstzrange(lower(a.period), clock_timestamp(), '[)'), restored_by = $2
        WHERE a.organization_id = $1 AND upper_inf(a.period)
        """
    )

    /// Without the address: whose it is does not concern the organization.
    static let tenantAudit = Statement<PlatformScope>(
        "audit of platform administration",
        """
        INSERT INTO audit_logs (organization_id, actor_kind, actor_user_id, action, entity_type, entity_id, old_values,
                                reason, request_id)
        VALUES ($1, 'platform_admin', $2, $3, 'Organization', $1, $4::jsonb, $5, $6)
        """
    )
}
