import FoundationEssentials
import Postgres
import Schema

/// Stores a new employee, and with `inviteRole` invites them in the same transaction.
enum EmployeeCreate {
    private static let path = ["input", "employee"]

    static func run(_ input: EmployeeCreateInput, _ context: ResolverContext) async throws -> EmployeeCreatePayload {
        var errors = InputErrors(path: path)
        let employee = values(input.employee, &errors)
        let invitation = try NewEmployeeInvitation(input, employee, context, &errors)
        guard errors.isEmpty else {
            return EmployeeCreatePayload(.failure(UserErrors(errors.errors)), clientMutationId: input.clientMutationId)
        }
        let outcome = try await context.mutate(path: path) { transaction in
            let created = try await store(employee, in: transaction, context)
            return (created, try await invitation?.store(in: transaction, context))
        }
        return EmployeeCreatePayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func store(
        _ employee: EmployeeValues,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> EmployeeRow {
        let references = EmployeeReferences.query(
            department: employee.departmentID,
            location: employee.locationID,
            manager: employee.managerID,
            timeZone: employee.timeZone,
            now: context.request.now
        )
        let found = try await transaction.pipeline([OrganizationLock.acquire(), references])[1]
        var errors = InputErrors(path: path)
        EmployeeReferences(found[0]).check(&errors)
        try errors.throwIfAny()
        let audit = try context.audit(
            AuditEntry(
                action: "employeeCreate",
                entityType: "Employee",
                entityID: employee.id,
                newValues: employee.json
            )
        )
        return EmployeeRow(try await transaction.pipeline([EmployeeStatements.insert([employee]), audit])[0][0])
    }

    private static func values(_ input: EmployeeInput, _ errors: inout InputErrors) -> EmployeeValues {
        var values = EmployeeValues(
            id: UUID(),
            number: errors.required(input.number, "number", maximumLength: EmployeeLengths.number),
            fullName: errors.required(input.fullName, "fullName", maximumLength: EmployeeLengths.fullName),
            hiredOn: input.hiredOn
        )
        values.email = errors.email(input.email, "email")
        values.phone = errors.optional(input.phone, "phone", maximumLength: EmployeeLengths.phone)
        values.jobTitle = errors.optional(input.jobTitle, "jobTitle", maximumLength: EmployeeLengths.jobTitle)
        values.employmentType = input.employmentType
        values.timeZone = input.timeZone
        values.externalRef = errors.optional(
            input.externalRef,
            "externalRef",
            maximumLength: EmployeeLengths.externalRef
        )
        if let custom = input.custom { values.custom = errors.json(custom, "custom") }
        values.departmentID = errors.key(input.departmentId, .department, "departmentId")
        values.locationID = errors.key(input.locationId, .workLocation, "locationId")
        values.managerID = errors.key(input.managerId, .employee, "managerId")
        return values
    }
}

/// Characters that an employee's texts may have.
enum EmployeeLengths {
    static let number = 64
    static let fullName = 200
    static let phone = 64
    static let jobTitle = 200
    static let externalRef = 200
}

extension InputErrors {
    /// The key of an id; one that is malformed or of another kind is a missing object.
    mutating func key(_ id: GlobalID?, _ kind: NodeKind, _ field: String) -> UUID? {
        guard let id else { return nil }
        let key = id.key(of: kind)
        if key == nil { addNotFound(kind.words, field) }
        return key
    }
}

extension NodeKind {
    /// What the kind is called in messages, such as "work location".
    fileprivate var words: String {
        typeName.reduce(into: "") { words, letter in
            if letter.isUppercase && !words.isEmpty { words += " " }
            words += letter.lowercased()
        }
    }
}
