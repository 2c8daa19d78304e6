import FoundationEssentials
import Postgres
import Schema

enum DepartmentUpdate: DepartmentMutation {
    static let payloadTypeName = "DepartmentUpdatePayload"

    static func run(_ input: DepartmentUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: DepartmentUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<DepartmentRow> {
        let missing = UserErrors.notFound("department", path: ["input", "departmentId"])
        guard let id = input.departmentId.key(of: .department) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let patch = DepartmentPatch(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let references = DepartmentReferences.query(
                department: id,
                parent: patch.parentID,
                manager: patch.managerID
            )
            let results = try await transaction.pipeline([OrganizationLock.acquire(), lock(.uuid(id)), references])
            guard let current = results[1].first.map(DepartmentRow.init) else { throw missing }
            if case .value(let expected) = input.expectedVersion, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            try DepartmentReferences(results[2][0]).check()
            let old = DepartmentValues(current)
            let new = patch.applied(to: old)
            let audit = try context.audit(
                AuditEntry(
                    action: "departmentUpdate",
                    entityType: "Department",
                    entityID: id,
                    oldValues: old.json.differences(from: new.json),
                    newValues: new.json.differences(from: old.json)
                )
            )
            return DepartmentRow(try await transaction.pipeline([new.update, audit])[0][0])
        }
    }
}

/// The changes of a `DepartmentUpdateInput`, found well-formed: what is absent stays, null clears.
private struct DepartmentPatch: Sendable {
    private let input: DepartmentUpdateInput
    private let name: String?
    private let code: String?
    let parentID: UUID?
    let managerID: UUID?

    init(_ input: DepartmentUpdateInput, _ errors: inout InputErrors) {
        self.input = input
        if case .null = input.name { errors.addRequired("name") }
        name = input.name.given.map { errors.required($0, "name", maximumLength: DepartmentValues.maximumNameLength) }
        code = errors.optional(input.code.given, "code", maximumLength: DepartmentValues.maximumCodeLength)
        parentID = errors.key(input.parentId.given, .department, "parentId")
        managerID = errors.key(input.managerId.given, .employee, "managerId")
    }

    func applied(to old: DepartmentValues) -> DepartmentValues {
        var new = old
        if let name { new.name = name }
        if !input.code.isAbsent { new.code = code }
        if !input.parentId.isAbsent { new.parentID = parentID }
        if !input.managerId.isAbsent { new.managerID = managerID }
        return new
    }
}
