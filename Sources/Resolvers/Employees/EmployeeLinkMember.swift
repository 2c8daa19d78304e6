import FoundationEssentials
import JSON
import Postgres
import Schema

enum EmployeeLinkMember: EmployeeMutation {
    static let payloadTypeName = "EmployeeLinkMemberPayload"

    static func run(_ input: EmployeeLinkMemberInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: EmployeeLinkMemberInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<EmployeeRow> {
        let noEmployee = UserErrors.notFound("employee", path: ["input", "employeeId"])
        let noMember = UserErrors.notFound("member", path: ["input", "memberId"])
        guard let id = input.employeeId.key(of: .employee) else { return .failure(noEmployee) }
        let memberID = input.memberId?.key(of: .member)
        if input.memberId != nil && memberID == nil { return .failure(noMember) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), EmployeeStatements.lock(.uuid(id)), liveMember(.optional(memberID)),
            ])
            guard let current = results[1].first.map(EmployeeRow.init) else { throw noEmployee }
            if memberID != nil && results[2].isEmpty { throw noMember }
            var employee = EmployeeValues(current)
            employee.memberID = memberID
            let audit = try context.audit(
                AuditEntry(
                    action: "employeeLinkMember",
                    entityType: "Employee",
                    entityID: id,
                    oldValues: ["memberId": .optional(current.memberID)],
                    newValues: ["memberId": .optional(memberID)]
                )
            )
            return EmployeeRow(try await transaction.pipeline([EmployeeStatements.update([employee]), audit])[0][0])
        }
    }

    private static let liveMember = Statement<TenantScope>(
        "live member",
        "SELECT m.id FROM organization_members m WHERE m.organization_id = $1 AND m.id = $2 AND m.ended_at IS NULL"
    )
}
