import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Joins the organization of an invitation with the account that has the invited address. The session goes on in it.
enum InvitationAccept {
    fileprivate struct Accepted: Sendable {
        let admission: InvitationRedemption.Admission
        let tokens: IssuedTokens
    }

    static func run(
        _ input: InvitationAcceptInput,
        _ context: ResolverContext
    ) async throws -> InvitationAcceptPayload {
        let viewer = try context.signedIn()
        let outcome = try await context.account {
            let redemption = InvitationRedemption(
                link: try InvitationLink(input.token, path: ["input", "token"]),
                userID: viewer.claims.userID,
                sessionID: viewer.claims.sessionID,
                action: "invitationAccept"
            )
            return try await accept(redemption, viewer, context)
        }
        if let accepted = outcome.value { context.signIn(Viewer(accepted.tokens.claims)) }
        return InvitationAcceptPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func accept(
        _ redemption: InvitationRedemption,
        _ viewer: Viewer,
        _ context: ResolverContext
    ) async throws -> Accepted {
        let now = context.request.now
        let scope = viewer.authScope(isMutation: true, now: now)
        return try await context.services.database.transaction(in: scope) { transaction in
            let admission = try await redemption.redeem(in: transaction, context)
            let change = SessionSwitch(services: context.services.accounts, viewer: viewer, now: now)
            let tokens = try await change.enter(redemption.link.token.routingID, in: transaction)
            return Accepted(admission: admission, tokens: tokens)
        }
    }
}

/// The new member, their organization, and the tokens for it.
struct InvitationAcceptPayload: MutationPayload {
    static let typeName = "InvitationAcceptPayload"

    private let accepted: InvitationAccept.Accepted?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    fileprivate init(_ outcome: MutationOutcome<InvitationAccept.Accepted>, clientMutationId: String?) {
        accepted = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }

    var member: MemberRow? { accepted?.admission.member }
    var organization: OrganizationRow? { accepted?.admission.organization }
    var tokens: AuthTokensRow? { accepted.map { AuthTokensRow(tokens: $0.tokens) } }
}

extension Bindings<ResolverContext> {
    mutating func bindInvitationAcceptPayload() {
        object(InvitationAcceptPayload.self) { type in
            type.child("member") { $0.member }
            type.child("organization") { $0.organization }
            type.child("tokens") { $0.tokens }
            type.bindPayload()
        }
    }
}
