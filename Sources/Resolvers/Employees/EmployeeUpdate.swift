import FoundationEssentials
import Postgres
import Schema
import Time

enum EmployeeUpdate: EmployeeMutation {
    static let payloadTypeName = "EmployeeUpdatePayload"
    private static let path = ["input", "employee"]

    static func run(_ input: EmployeeUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await outcome(input, context)
        return EntityPayload(outcome, clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: EmployeeUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<EmployeeRow> {
        let missing = UserErrors.notFound("employee", path: ["input", "employeeId"])
        guard let id = input.employeeId.key(of: .employee) else { return .failure(missing) }
        var errors = InputErrors(path: path)
        let patch = EmployeePatch(input.employee, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(path: path) { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), EmployeeStatements.lock(.uuid(id)),
                patch.references(now: context.request.now),
            ])
            guard let current = results[1].first.map(EmployeeRow.init) else { throw missing }
            if case .value(let expected) = input.expectedVersion, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            let old = EmployeeValues(current)
            let references = EmployeeReferences(results[2][0])
            var errors = InputErrors(path: path)
            references.check(&errors)
            let new = patch.applied(to: old, references, &errors)
            try errors.throwIfAny()
            let audit = try context.audit(
                AuditEntry(
                    action: "employeeUpdate",
                    entityType: "Employee",
                    entityID: id,
                    oldValues: old.json.differences(from: new.json),
                    newValues: new.json.differences(from: old.json)
                )
            )
            return EmployeeRow(try await transaction.pipeline([EmployeeStatements.update([new]), audit])[0][0])
        }
    }
}
