import Auth
import Files
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Shows a file as the organization's logo, or none.
enum OrganizationLogoSet: EntityMutation {
    static let payloadTypeName = "OrganizationLogoSetPayload"
    static let entityField = "organization"

    typealias Entity = OrganizationRow

    static func run(
        _ input: OrganizationLogoSetInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let id = input.fileId.map { $0.key(of: .file) ?? GlobalID.unmatchable.uuid }
        let outcome = try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), OrganizationRow.current(), logo(.optional(id)),
            ])
            guard let current = results[1].first.map(OrganizationRow.init) else {
                throw PublicErrors.refusal(.tokenStale)
            }
            if id != nil && results[2].isEmpty {
                throw UserErrors(
                    .notFound,
                    "There is no such logo, or its upload is not complete.",
                    path: ["input", "fileId"]
                )
            }
            return try await store(id, on: current, in: transaction, context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func store(
        _ id: UUID?,
        on current: OrganizationRow,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> OrganizationRow {
        guard current.logo?.fileID != id else { return current }
        let audit = try context.audit(
            AuditEntry(
                action: "organizationLogoSet",
                entityType: OrganizationRow.typeName,
                entityID: current.id,
                oldValues: ["logoFileId": .optional(current.logo?.fileID.uuidString.lowercased())],
                newValues: ["logoFileId": .optional(id?.uuidString.lowercased())]
            )
        )
        return OrganizationRow(try await transaction.pipeline([update(.optional(id)), audit])[0][0])
    }

    /// Locked, so that it isn't deleted meanwhile.
    private static let logo = Statement<TenantScope>(
        "ready logo",
        """
        SELECT 1 FROM files f
        WHERE f.organization_id = $1 AND f.id = $2 AND f.purpose = 'logo' AND f.status = 'ready' FOR SHARE
        """
    )

    private static let update = Statement<TenantScope>(
        "set logo",
        """
        UPDATE organizations AS o SET logo_file_id = $2, updated_at = now(), version = o.version + 1
        WHERE o.id = $1
        RETURNING \(OrganizationRow.columns)
        """
    )
}
