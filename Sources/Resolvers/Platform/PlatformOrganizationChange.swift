import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// What platform administrators do to an organization's state.
enum PlatformOrganizationChange: String {
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
