import Auth
import FoundationEssentials
import Postgres
import Schema
import Time

/// An invitation that somebody accepts by registering. The link has reached the invited address, so that is verified.
struct InvitationRegistration: Sendable {
    private let link: InvitationLink

    /// Finds the invitation before a password is hashed, and before anything tells which addresses are taken.
    ///
    /// - Throws: user errors.
    init(_ text: String, email: String, _ context: ResolverContext) async throws {
        let link = try InvitationLink(text, path: ["input", "invitationToken"])
        let token = link.token
        let key: [Parameter] = [
            .uuid(token.routingID), .bytes(token.hash), .timestamp(context.request.now), .text(email),
        ]
        let rows = try await context.services.database.read([Self.select.bind(key)], in: AuthScope())[0]
        guard let row = rows.first else { throw UserErrors.invalidInvitation(path: link.path) }
        guard row.bool(0) else { throw UserErrors.notPending(path: link.path) }
        guard row.bool(1) else {
            throw UserErrors(
                .invitationEmailMismatch,
                "The invitation is for another e-mail address.",
                path: ["input", "email"]
            )
        }
        self.link = link
    }

    /// Makes the new person a member. Answers the organization.
    ///
    /// - Throws: user errors.
    func join(_ userID: UUID, in transaction: Transaction<AuthScope>, _ context: ResolverContext) async throws -> UUID {
        let redemption = InvitationRedemption(
            link: link,
            userID: userID,
            sessionID: nil,
            action: "authRegister"
        )
        _ = try await redemption.redeem(in: transaction, context)
        return link.token.routingID
    }

    private static let select = Statement<AuthScope>(
        "invitation to register with",
        """
        SELECT i.status = 'pending' AND i.expires_at > $3, i.email_normalized = lower(btrim($4))
        FROM organization_invitations i
        WHERE i.organization_id = $1 AND i.token_hash = $2
        """
    )
}
