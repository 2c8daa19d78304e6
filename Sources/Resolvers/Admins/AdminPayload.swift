import GraphQLEngine

/// What changing the grant of a member gave.
struct AdminChange: Sendable {
    let grant: AdminGrantRow
    let member: MemberRow
}

/// What `adminGrant` and `adminRevoke` answer.
struct AdminPayload<Mutation: AdminMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    /// Nil when the mutation failed.
    let change: AdminChange?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<AdminChange>, clientMutationId: String?) {
        change = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}
