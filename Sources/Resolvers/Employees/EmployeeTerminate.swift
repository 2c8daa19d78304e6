import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// Ends an employment with its last day.
///
/// From that day on the employee is terminated: an open session ends now, and the login with it where that is wanted.
/// Before, they are on notice, until ``EmploymentEndings`` ends it, and the login with it where that is wanted. Shifts are
/// theirs up to the day, in either case.
enum EmployeeTerminate: EmployeeMutation {
    static let payloadTypeName = "EmployeeTerminatePayload"
    static let action = "employeeTerminate"

    static func run(_ input: EmployeeTerminateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: EmployeeTerminateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<EmployeeRow> {
        let missing = UserErrors.notFound("employee", path: ["input", "employeeId"])
        guard let id = input.employeeId.key(of: .employee) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), EmployeeStatements.lock(.uuid(id)),
                EmploymentEnd.circumstances(.uuid(id), .timestamp(context.request.now)),
            ])
            guard let current = results[1].first.map(EmployeeRow.init) else { throw missing }
            let end = EmploymentEnd(of: EmployeeValues(current), on: input.on, results[2][0], at: context.request.now)
            try end.check()
            let login = input.deactivateMember ? try await loginEnd(end, reason, in: transaction, context) : .stays
            return try await store(end, reason, login, in: transaction, context)
        }
    }

    private static func store(
        _ end: EmploymentEnd,
        _ reason: String?,
        _ login: LoginEnd,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> EmployeeRow {
        let (old, new) = (end.employee.json, end.ended.json)
        var values = new.differences(from: old)
        if case .later = login { values["deactivateMember"] = true }
        let audit = try context.audit(
            AuditEntry(
                action: action,
                entityType: "Employee",
                entityID: end.employee.id,
                oldValues: old.differences(from: new),
                newValues: values,
                reason: reason
            )
        )
        let actor = try context.tenant().viewer.claims.userID
        let changes =
            [EmployeeStatements.update([end.ended])] + end.statements(by: actor) + [audit]
            + (try login.statements(end, context))
        let employee = EmployeeRow(try await transaction.pipeline(changes)[0][0])
        if let days = end.changedDays {
            try await transaction.recompute([days], now: context.request.now, path: ["input", "on"])
        }
        return employee
    }

    /// What becomes of the login of an employee who has one.
    ///
    /// - Throws: user errors where the viewer may not take it.
    private static func loginEnd(
        _ end: EmploymentEnd,
        _ reason: String?,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> LoginEnd {
        guard let memberID = end.employee.memberID else { return .stays }
        var errors = InputErrors(path: ["input"])
        let authority = MemberAuthority(try context.tenant())
        if !authority.holds(.memberDeactivate) {
            errors.add(.forbidden, "You lack the permission to deactivate members.", "deactivateMember")
        }
        try errors.throwIfAny()
        let lookup = try await MemberLookup.read(members: [memberID], in: transaction, context)
        guard let member = lookup.members[memberID] else { return .stays }
        if end.isOver && member.values.accessState != .active { return .stays }
        authority.checkAccess(of: member, &errors, "deactivateMember")
        try errors.throwIfAny()
        return end.isOver ? .now(member, reason) : .later
    }

    /// What becomes of the login.
    private enum LoginEnd {
        case stays
        case now(StoredMember, _ reason: String?)
        /// With the employment, by ``LoginEnding``.
        case later

        /// - Parameter end: whose employee is stored before.
        func statements(_ end: EmploymentEnd, _ context: ResolverContext) throws -> [BoundStatement<TenantScope>] {
            var isLater = false
            var deactivation: [BoundStatement<TenantScope>] = []
            switch self {
            case .now(let member, let reason):
                var change = MemberChange(member)
                change.values.setAccess(.deactivated)
                change.reason = reason
                deactivation = try MemberChanges(changes: [change], action: action).statements(context)
            case .later: isLater = true
            case .stays: break
            }
            return [LoginEnding.mark(.uuid(end.employee.id), .bool(isLater))] + deactivation
        }
    }
}
