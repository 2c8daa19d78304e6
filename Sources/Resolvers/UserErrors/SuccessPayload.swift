import GraphQLEngine

/// A mutation that answers only whether it was done.
protocol SuccessMutation: SendableMetatype {
    static var payloadTypeName: String { get }
}

/// What such a mutation answers.
struct SuccessPayload<Mutation: SuccessMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    let isSuccess: Bool
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<Void>, clientMutationId: String?) {
        userErrors = outcome.userErrors
        isSuccess = userErrors.isEmpty
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindSuccessPayload<Mutation: SuccessMutation>(of mutation: Mutation.Type) {
        object(SuccessPayload<Mutation>.self) { type in
            type.value("success") { $0.isSuccess }
            type.bindPayload()
        }
    }
}
