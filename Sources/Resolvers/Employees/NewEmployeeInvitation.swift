import Auth
import Postgres
import Schema

/// The invitation that goes out with a new employee's record, and gives them its login.
struct NewEmployeeInvitation {
    private let draft: InvitationDraft
    private let inviter: MemberAuthority

    /// Nil where nobody is to be invited, or nobody can be.
    ///
    /// - Parameter errors: of the input's employee.
    init?(
        _ input: EmployeeCreateInput,
        _ employee: EmployeeValues,
        _ context: ResolverContext,
        _ errors: inout InputErrors
    ) throws {
        guard let role = input.inviteRole else { return nil }
        inviter = MemberAuthority(try context.tenant())
        if !inviter.holds(.invitationCreate) {
            let path = ["input", "inviteRole"]
            errors.append([UserErrorRow(.forbidden, "You lack the permission to invite people.", path: path)])
        }
        if employee.email == nil { errors.add(.required, "An invitation needs an address.", "email") }
        guard errors.isEmpty, let email = employee.email else { return nil }
        draft = InvitationDraft(employee: employee.id, email: email, role: role)
        errors.append(draft.errors.errors)
    }

    /// Behind the employee's own record, which the invitation is for.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> InvitationRow {
        let lookup = try await InvitationLookup.read(for: [draft], in: transaction, context)
        var resolved = draft
        resolved.resolve(lookup, inviter)
        try resolved.errors.throwIfAny()
        let batch = InvitationBatch(drafts: [resolved], lifetimeHours: lookup.lifetimeHours, action: "employeeCreate")
        guard let invitation = try await batch.store(in: transaction, context)[draft.id] else {
            throw PublicErrors.internalError
        }
        return invitation
    }
}
