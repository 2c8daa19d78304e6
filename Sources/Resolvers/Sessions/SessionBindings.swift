import Auth
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    mutating func bindSessions() {
        object(SessionRow.self) { type in
            type.value("id") { GlobalID(.session, $0.id) }
            type.value("createdAt") { $0.createdAt }
            type.value("lastSeenAt") { $0.lastSeenAt }
            type.value("expiresAt") { $0.expiresAt }
            type.value("ip") { $0.ip }
            type.value("userAgent") { $0.userAgent }
            type.value("rememberMe") { $0.isRemembered }
            type.values("isCurrent") { rows, context in
                .ready(rows.map { $0.id == context.viewer?.claims.sessionID })
            }
            type.objects("organization") { rows, context in try context.organizations(rows.map(\.organizationID)) }
        }
        bindPayload(of: SessionRevoke.self)
        object(MutationRow.self) { type in
            type.mutation("sessionRevoke", MutationSessionRevokeArguments.self) { arguments, call in
                try await SessionRevoke.run(arguments.input, call.context)
            }
        }
    }
}
