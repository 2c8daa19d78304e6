import Auth
import GraphQLEngine
import Schema

/// Ends the current session.
enum AuthLogout: SuccessMutation {
    static let payloadTypeName = "AuthLogoutPayload"

    static func run(_ input: AuthLogoutInput, _ context: ResolverContext) async throws -> SuccessPayload<Self> {
        try await context.signOut.signOut(context.signedIn(), now: context.request.now)
        context.clearCookies()
        return SuccessPayload(.success(()), clientMutationId: input.clientMutationId)
    }
}

/// Ends all sessions of the caller, or all but the current one.
struct AuthLogoutAllPayload: MutationPayload {
    static let typeName = "AuthLogoutAllPayload"

    let revokedCount: Int32
    let userErrors: [UserErrorRow] = []
    let clientMutationId: String?

    static func run(_ input: AuthLogoutAllInput, _ context: ResolverContext) async throws -> AuthLogoutAllPayload {
        let keepsCurrent = input.keepCurrent ?? false
        let count = try await context.signOut.signOutEverywhere(
            context.signedIn(),
            keepingCurrent: keepsCurrent,
            now: context.request.now
        )
        if !keepsCurrent { context.clearCookies() }
        return AuthLogoutAllPayload(revokedCount: Int32(clamping: count), clientMutationId: input.clientMutationId)
    }
}

extension ResolverContext {
    var signOut: SignOut { SignOut(services.accounts, client: client) }
}
