import Postgres
import Schema

enum EmployeeDelete: EmployeeMutation {
    static let payloadTypeName = "EmployeeDeletePayload"

    static func run(_ input: EmployeeDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: EmployeeDeleteInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<EmployeeRow> {
        let missing = UserErrors.notFound("employee", path: ["input", "employeeId"])
        guard let id = input.employeeId.key(of: .employee) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let deleted = try await transaction.pipeline([OrganizationLock.acquire(), delete(.uuid(id))])[1]
            guard let employee = deleted.first.map(EmployeeRow.init) else { throw missing }
            _ = try await transaction.run(
                try context.audit(
                    AuditEntry(
                        action: "employeeDelete",
                        entityType: "Employee",
                        entityID: id,
                        oldValues: EmployeeValues(employee).json,
                        reason: reason
                    )
                )
            )
            return employee
        }
    }

    private static let delete = Statement<TenantScope>(
        "delete employee",
        """
        UPDATE employees AS e SET deleted_at = now(), updated_at = now(), version = e.version + 1
        WHERE e.organization_id = $1 AND e.id = $2 AND e.deleted_at IS NULL
        RETURNING \(EmployeeRow.columns)
        """
    )
}
