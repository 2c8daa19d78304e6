import FoundationEssentials
import Postgres
import Schema

enum DepartmentCreate: DepartmentMutation {
    static let payloadTypeName = "DepartmentCreatePayload"

    static func run(_ input: DepartmentCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: DepartmentCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<DepartmentRow> {
        var errors = InputErrors(path: ["input"])
        let department = values(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let references = DepartmentReferences.query(
                department: nil,
                parent: department.parentID,
                manager: department.managerID
            )
            let found = try await transaction.pipeline([OrganizationLock.acquire(), references])[1]
            try DepartmentReferences(found[0]).check()
            let audit = try context.audit(
                AuditEntry(
                    action: "departmentCreate",
                    entityType: "Department",
                    entityID: department.id,
                    newValues: department.json
                )
            )
            return DepartmentRow(try await transaction.pipeline([department.insert, audit])[0][0])
        }
    }

    private static func values(_ input: DepartmentCreateInput, _ errors: inout InputErrors) -> DepartmentValues {
        let name = errors.required(input.name, "name", maximumLength: DepartmentValues.maximumNameLength)
        var values = DepartmentValues(id: UUID(), name: name)
        values.code = errors.optional(input.code, "code", maximumLength: DepartmentValues.maximumCodeLength)
        values.parentID = errors.key(input.parentId, .department, "parentId")
        values.managerID = errors.key(input.managerId, .employee, "managerId")
        return values
    }
}
