import GraphQLEngine
import Schema
import Time

/// A mutation that sends a letter to the caller.
protocol LetterMutation: SendableMetatype {
    static var payloadTypeName: String { get }
}

/// What such a mutation answers.
struct LetterPayload<Mutation: LetterMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    /// Nil when nothing was sent.
    let sentAt: Timestamp?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<Timestamp>, clientMutationId: String?) {
        sentAt = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindLetterPayload<Mutation: LetterMutation>(of mutation: Mutation.Type) {
        object(LetterPayload<Mutation>.self) { type in
            type.value("sentAt") { $0.sentAt }
            type.bindPayload()
        }
    }
}
