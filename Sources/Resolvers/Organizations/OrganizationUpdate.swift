import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Changes the current organization.
enum OrganizationUpdate: EntityMutation {
    static let payloadTypeName = "OrganizationUpdatePayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(_ input: OrganizationUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: OrganizationUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<OrganizationRow> {
        var errors = InputErrors(path: ["input"])
        let patch = OrganizationPatch(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            // The row is read by a statement of its own, whose snapshot begins after the wait for the lock.
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), OrganizationRow.current(),
                hasTimeZone(.optional(patch.timeZone.given)),
            ])
            guard let current = results[1].first.map(OrganizationRow.init) else {
                throw PublicErrors.refusal(.tokenStale)
            }
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            if results[2].isEmpty { throw unknownTimeZone }
            let change = OrganizationChange(current: current, values: patch.applied(to: OrganizationValues(current)))
            return try await change.store(in: transaction, context)
        }
    }

    private static let unknownTimeZone = UserErrors(
        .invalid,
        "There is no time zone of this name.",
        path: ["input", "timeZone"]
    )

    private static let hasTimeZone = Statement<TenantScope>(
        "time zone of organization",
        """
        SELECT 1 FROM organizations o
        WHERE o.id = $1 AND ($2::text IS NULL OR EXISTS (SELECT FROM time_zones z WHERE z.name = $2))
        """
    )
}

/// New values for an organization whose row is locked.
private struct OrganizationChange {
    let current: OrganizationRow
    let values: OrganizationValues

    /// The organization as it is then; the version stays when nothing is new.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> OrganizationRow {
        let old = OrganizationValues(current)
        let changes = values.json.differences(from: old.json)
        guard !changes.isEmpty else { return current }
        if values.slug != old.slug { try await takeSlug(in: transaction) }
        let audit = try context.audit(
            AuditEntry(
                action: "organizationUpdate",
                entityType: OrganizationRow.typeName,
                entityID: current.id,
                oldValues: old.json.differences(from: values.json),
                newValues: changes
            )
        )
        return OrganizationRow(try await transaction.pipeline([update, audit])[0][0])
    }

    /// The slug in use stays in the registry and leads here; an earlier one of this organization can come back.
    private func takeSlug(in transaction: Transaction<TenantScope>) async throws {
        let slug = Parameter.text(values.slug)
        let results = try await transaction.pipeline([
            OrganizationStatements.retireSlug(), OrganizationStatements.restoreSlug(slug),
            OrganizationStatements.insertSlug(slug),
        ])
        guard results[1].affectedRows + results[2].affectedRows == 1 else {
            throw UserErrors(.taken, "Another organization has this slug.", path: ["input", "slug"])
        }
    }

    private var update: BoundStatement<TenantScope> {
        OrganizationStatements.update(
            .text(values.name),
            .optional(values.description),
            .optional(values.industry),
            .optional(values.countryCode),
            .text(values.timeZone),
            .text(values.locale),
            .bool(values.isPublic)
        )
    }
}

private enum OrganizationStatements {
    static let retireSlug = Statement<TenantScope>(
        "retire slug",
        "UPDATE organization_slugs SET is_current = false WHERE organization_id = $1 AND is_current"
    )

    static let restoreSlug = Statement<TenantScope>(
        "restore slug",
        "UPDATE organization_slugs SET is_current = true WHERE organization_id = $1 AND slug = $2"
    )

    static let insertSlug = Statement<TenantScope>(
        "insert slug",
        "INSERT INTO organization_slugs (organization_id, slug) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING"
    )

    static let update = Statement<TenantScope>(
        "update organization",
        """
        UPDATE organizations AS o
        SET name = $2, description = $3, industry = $4, country_code = $5, time_zone = $6, locale = $7,
            is_public = $8, updated_at = now(), version = o.version + 1
        WHERE o.id = $1
        RETURNING \(OrganizationRow.columns)
        """
    )
}
