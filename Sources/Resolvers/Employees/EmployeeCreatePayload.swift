import GraphQLEngine

/// What employeeCreate answers.
struct EmployeeCreatePayload: MutationPayload {
    static let typeName = "EmployeeCreatePayload"

    /// Nil when the mutation failed.
    let employee: EmployeeRow?
    /// Nil when nobody was to be invited, too.
    let invitation: InvitationRow?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<(EmployeeRow, InvitationRow?)>, clientMutationId: String?) {
        employee = outcome.value?.0
        invitation = outcome.value?.1
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}
