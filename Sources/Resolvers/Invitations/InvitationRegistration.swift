import Auth
import FoundationEssentials
import Postgres
import Schema
import Time

/// An invitation that somebody accepts by registering. The link has reached the invited address, so that is verified.
struct InvitationRegistration: Sendable {
    private static let path = ["input", "invitationToken"]

    private let token: OpaqueToken

    /// Finds the invitation before a password is hashed, and before anything tells which addresses are taken.
    ///
    /// - Throws: user errors.
    init(_ text: String, email: String, _ context: ResolverContext) async throws {
        guard let token = OpaqueToken(text) else { throw UserErrors.invalidInvitation(path: Self.path) }
        let key: [Parameter] = [
            .uuid(token.routingID), .bytes(token.hash), .timestamp(context.request.now), .text(email),
        ]
        let rows = try await context.services.database.read([Self.select.bind(key)], in: AuthScope())[0]
        guard let row = rows.first else { throw UserErrors.invalidInvitation(path: Self.path) }
        guard row.bool(0) else { throw UserErrors.notPending(path: Self.path) }
        guard row.bool(1) else {
            throw UserErrors(
                .invitationEmailMismatch,
                "The invitation is for another e-mail address.",
                path: ["input", "email"]
            )
        }
        self.token = token
    }

    /// Makes the new person a member. Answers the organization.
    ///
    /// - Throws: user errors.
    func join(_ userID: UUID, in transaction: Transaction<AuthScope>, _ context: ResolverContext) async throws -> UUID {
        let redemption = InvitationRedemption(
            token: token,
            userID: userID,
            sessionID: nil,
            action: "authRegister",
            path: Self.path
        )
        _ = try await redemption.redeem(in: transaction, context)
        return token.routingID
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
