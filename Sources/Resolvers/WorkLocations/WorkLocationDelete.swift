import FoundationEssentials
import Postgres
import Schema

/// Soft-deletes a place of work where nobody stands any more, and no device.
enum WorkLocationDelete: WorkLocationMutation {
    static let payloadTypeName = "WorkLocationDeletePayload"

    static func run(_ input: WorkLocationDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: WorkLocationDeleteInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<WorkLocationRow> {
        let missing = UserErrors.notFound("work location", path: ["input", "locationId"])
        guard let id = input.locationId.key(of: .workLocation) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), lock(.uuid(id)), use(.uuid(id), .timestamp(context.request.now)),
            ])
            guard let current = results[1].first.map(WorkLocationRow.init) else { throw missing }
            if results[2][0].bool(0) { throw inUse }
            let audit = try context.audit(
                AuditEntry(
                    action: "workLocationDelete",
                    entityType: "WorkLocation",
                    entityID: id,
                    oldValues: WorkLocationValues(current).json
                )
            )
            return WorkLocationRow(try await transaction.pipeline([delete(.uuid(id)), audit])[0][0])
        }
    }

    private static let inUse = UserErrors(
        .inUse,
        "Employees, shift assignments or devices still stand at this location. Move them first.",
        path: ["input", "locationId"]
    )

    /// Alone: whoever stores a reference to the location waits, or is waited for.
    private static let lock = Statement<TenantScope>(
        "lock work location alone",
        """
        SELECT \(WorkLocationRow.columns) FROM work_locations l
        WHERE l.organization_id = $1 AND l.id = $2 AND l.deleted_at IS NULL
        FOR UPDATE
        """
    )

    /// Assignments count until their last day at the location is over.
    private static let use = Statement<TenantScope>(
        "use of work location",
        """
        SELECT EXISTS (SELECT FROM employees e
                 WHERE e.organization_id = $1 AND e.location_id = $2 AND e.deleted_at IS NULL)
               OR EXISTS (SELECT FROM devices d
                 WHERE d.organization_id = $1 AND d.location_id = $2 AND d.revoked_at IS NULL)
               OR EXISTS (SELECT FROM shift_assignments a
                 JOIN work_locations l ON l.organization_id = $1 AND l.id = a.location_id
                 WHERE a.organization_id = $1 AND a.location_id = $2 AND a.deleted_at IS NULL
                   AND NOT coalesce(upper(a.valid) <= ($3::timestamptz AT TIME ZONE l.time_zone)::date, false))
        """
    )

    private static let delete = Statement<TenantScope>(
        "delete work location",
        """
        UPDATE work_locations AS l SET deleted_at = now(), version = l.version + 1
        WHERE l.organization_id = $1 AND l.id = $2
        RETURNING \(WorkLocationRow.columns)
        """
    )
}
