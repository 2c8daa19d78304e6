import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Joins the organization of an invitation with the account that has the invited address. The session goes on in it.
enum InvitationAccept {
    static func run(
        _ input: InvitationAcceptInput,
        _ context: ResolverContext
    ) async throws -> InvitationAcceptPayload {
        let viewer = try context.signedIn()
        var admission: InvitationRedemption.Admission?
        let outcome = try await context.signIn {
            let redemption = InvitationRedemption(
                link: try InvitationLink(input.token, path: ["input", "token"]),
                userID: viewer.claims.userID,
                sessionID: viewer.claims.sessionID,
                action: "invitationAccept"
            )
            let accepted = try await accept(redemption, viewer, context)
            admission = accepted.admission
            return accepted.tokens
        }
        return InvitationAcceptPayload(
            admission: admission,
            tokens: outcome.value.map(AuthTokensRow.init),
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static func accept(
        _ redemption: InvitationRedemption,
        _ viewer: Viewer,
        _ context: ResolverContext
    ) async throws -> (admission: InvitationRedemption.Admission, tokens: IssuedTokens) {
        let now = context.request.now
        let scope = viewer.authScope(isMutation: true, now: now)
        return try await context.services.database.transaction(in: scope) { transaction in
            let admission = try await redemption.redeem(in: transaction, context)
            let change = SessionSwitch(services: context.services.accounts, viewer: viewer, now: now)
            let tokens = try await change.enter(redemption.link.token.routingID, in: transaction)
            return (admission, tokens)
        }
    }
}

/// The new member, their organization, and the tokens for it.
struct InvitationAcceptPayload: MutationPayload {
    static let typeName = "InvitationAcceptPayload"

    let admission: InvitationRedemption.Admission?
    let tokens: AuthTokensRow?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}

extension Bindings<ResolverContext> {
    mutating func bindInvitationAcceptPayload() {
        object(InvitationAcceptPayload.self) { type in
            type.child("member") { $0.admission?.member }
            type.child("organization") { $0.admission?.organization }
            type.child("tokens") { $0.tokens }
            type.bindPayload()
        }
    }
}
