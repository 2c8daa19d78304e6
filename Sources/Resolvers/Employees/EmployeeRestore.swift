import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// Brings a deleted employee back, unless another has their number, external reference or login by now.
///
/// A department, location or manager that was deleted meanwhile is theirs no more, nor is a login that ended. A login
/// that was to end with the employment stays.
enum EmployeeRestore: EmployeeMutation {
    static let payloadTypeName = "EmployeeRestorePayload"

    static func run(_ input: EmployeeRestoreInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: EmployeeRestoreInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<EmployeeRow> {
        let missing = UserErrors.notFound("deleted employee", path: ["input", "employeeId"])
        guard let id = input.employeeId.key(of: .employee) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), lock(.uuid(id)), claims(.uuid(id)),
            ])
            guard let current = results[1].first.map(EmployeeRow.init) else { throw missing }
            try check(results[2])
            let restored = EmployeeRow(try await transaction.run(restore(.uuid(id)))[0])
            let audit = try context.audit(
                AuditEntry(
                    action: "employeeRestore",
                    entityType: "Employee",
                    entityID: id,
                    oldValues: ["deletedAt": .optional(current.deletedAt?.description)],
                    newValues: EmployeeValues(restored).json
                )
            )
            _ = try await transaction.run(audit)
            return restored
        }
    }

    /// - Throws: `TAKEN` for each of what others have by now.
    private static func check(_ claims: ResultSet) throws(UserErrors) {
        var errors = InputErrors(path: ["input"])
        for claim in claims {
            errors.add(.taken, "Another employee has their \(claim.string(0)).", "employeeId")
        }
        try errors.throwIfAny()
    }

    private static let lock = Statement<TenantScope>(
        "lock deleted employee",
        """
        SELECT \(EmployeeRow.columns) FROM employees e
        WHERE e.organization_id = $1 AND e.id = $2 AND e.deleted_at IS NOT NULL
        FOR NO KEY UPDATE OF e
        """
    )

    /// What somebody else has of the deleted employee's.
    private static let claims = Statement<TenantScope>(
        "claims on what a deleted employee had",
        """
        SELECT claim.name FROM employees e CROSS JOIN LATERAL (
          SELECT 'number' AS name FROM employees other
          WHERE other.organization_id = $1 AND other.deleted_at IS NULL AND other.employee_number = e.employee_number
          UNION ALL
          SELECT 'external reference' FROM employees other
          WHERE other.organization_id = $1 AND other.deleted_at IS NULL AND other.external_ref = e.external_ref
          UNION ALL
          SELECT 'login' FROM employees other
          JOIN organization_members m ON m.organization_id = $1 AND m.id = other.member_id AND m.ended_at IS NULL
          WHERE other.organization_id = $1 AND other.deleted_at IS NULL AND other.member_id = e.member_id) claim
        WHERE e.organization_id = $1 AND e.id = $2 AND e.deleted_at IS NOT NULL
        """
    )

    private static let restore = Statement<TenantScope>(
        "restore employee",
        """
        UPDATE employees AS e
        SET deleted_at = NULL, updated_at = now(), version = e.version + 1, login_ends = false,
            department_id = (SELECT d.id FROM departments d
              WHERE d.organization_id = $1 AND d.id = e.department_id AND d.deleted_at IS NULL),
            location_id = (SELECT l.id FROM work_locations l
              WHERE l.organization_id = $1 AND l.id = e.location_id AND l.deleted_at IS NULL),
            manager_id = (SELECT m.id FROM employees m
              WHERE m.organization_id = $1 AND m.id = e.manager_id AND m.deleted_at IS NULL),
            member_id = (SELECT m.id FROM organization_members m
              WHERE m.organization_id = $1 AND m.id = e.member_id AND m.ended_at IS NULL)
        WHERE e.organization_id = $1 AND e.id = $2
        RETURNING \(EmployeeRow.columns)
        """
    )
}
