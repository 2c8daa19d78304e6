import Auth
import GraphQLEngine
import Schema

/// Ends the current session.
struct AuthLogoutPayload: MutationPayload {
    static let typeName = "AuthLogoutPayload"

    let userErrors: [UserErrorRow] = []
    let clientMutationId: String?

    static func run(_ input: AuthLogoutInput, _ context: ResolverContext) async throws -> AuthLogoutPayload {
        try await SignOut(context.services.accounts).signOut(context.signedIn(), now: context.request.now)
        return AuthLogoutPayload(clientMutationId: input.clientMutationId)
    }
}
