import FoundationEssentials
import JSON
import Postgres
import Schema

/// Soft-deletes a department. With `moveEmployeesTo` its employees go there and its sub-departments to its parent.
enum DepartmentDelete: DepartmentMutation {
    static let payloadTypeName = "DepartmentDeletePayload"

    static func run(_ input: DepartmentDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: DepartmentDeleteInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<DepartmentRow> {
        let missing = UserErrors.notFound("department", path: ["input", "departmentId"])
        let noTarget = UserErrors.notFound("department", path: ["input", "moveEmployeesTo"])
        guard let id = input.departmentId.key(of: .department) else { return .failure(missing) }
        let target = input.moveEmployeesTo?.key(of: .department)
        if input.moveEmployeesTo != nil && (target == nil || target == id) { return .failure(noTarget) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), lock(.uuid(id)), use(.uuid(id), .optional(target)),
            ])
            guard let current = results[1].first.map(DepartmentRow.init) else { throw missing }
            if target != nil && !results[2][0].bool(1) { throw noTarget }
            if target == nil && results[2][0].bool(0) { throw inUse }
            let statements = [
                moveEmployees(.uuid(id), .optional(target)), moveDepartments(.uuid(id), .optional(current.parentID)),
                delete(.uuid(id)), try audit(current, target, context),
            ]
            return DepartmentRow(try await transaction.pipeline(statements)[2][0])
        }
    }

    private static func audit(
        _ department: DepartmentRow,
        _ target: UUID?,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        var entry = AuditEntry(action: "departmentDelete", entityType: "Department", entityID: department.id)
        entry.oldValues = DepartmentValues(department).json
        if target != nil { entry.newValues = ["moveEmployeesTo": .optional(target)] }
        return try context.audit(entry)
    }

    private static let inUse = UserErrors(
        .inUse,
        "The department has employees or sub-departments. Say with moveEmployeesTo where its employees go.",
        path: ["input", "departmentId"]
    )

    private static let use = Statement<TenantScope>(
        "use of department",
        """
        SELECT EXISTS (SELECT FROM employees e
                 WHERE e.organization_id = $1 AND e.department_id = $2 AND e.deleted_at IS NULL)
               OR EXISTS (SELECT FROM departments d
                 WHERE d.organization_id = $1 AND d.parent_id = $2 AND d.deleted_at IS NULL),
               EXISTS (SELECT FROM departments d
                 WHERE d.organization_id = $1 AND d.id = $3 AND d.deleted_at IS NULL)
        """
    )

    private static let moveEmployees = Statement<TenantScope>(
        "move employees",
        """
        UPDATE employees SET department_id = $3, updated_at = now(), version = version + 1
        WHERE organization_id = $1 AND department_id = $2 AND deleted_at IS NULL
        """
    )

    private static let moveDepartments = Statement<TenantScope>(
        "move departments",
        """
        UPDATE departments SET parent_id = $3, version = version + 1
        WHERE organization_id = $1 AND parent_id = $2 AND deleted_at IS NULL
        """
    )

    private static let delete = Statement<TenantScope>(
        "delete department",
        """
        UPDATE departments AS d SET deleted_at = now(), version = d.version + 1
        WHERE d.organization_id = $1 AND d.id = $2
        RETURNING \(DepartmentRow.columns)
        """
    )
}
