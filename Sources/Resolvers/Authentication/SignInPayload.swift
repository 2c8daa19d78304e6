import Auth
import GraphQLEngine

/// A mutation that signs somebody in.
protocol SignInMutation: SendableMetatype {
    static var payloadTypeName: String { get }
}

/// What such a mutation answers.
struct SignInPayload<Mutation: SignInMutation>: MutationPayload {
    static var typeName: String { Mutation.payloadTypeName }

    /// Nil when the mutation failed.
    let tokens: IssuedTokens?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<IssuedTokens>, clientMutationId: String?) {
        tokens = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindSignInPayload<Mutation: SignInMutation>(of mutation: Mutation.Type) {
        object(SignInPayload<Mutation>.self) { type in
            type.child("viewer") { $0.tokens.map { ViewerRow(viewer: Viewer($0.claims)) } }
            type.child("tokens") { $0.tokens.map(AuthTokensRow.init) }
            type.bindPayload()
        }
    }
}
