import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

extension InvitationPreviewRow {
    /// - Parameter userID: the viewer; nil for an anonymous holder of the token.
    static func byToken(_ token: OpaqueToken, _ userID: UUID?) -> BoundStatement<AuthScope> {
        byToken(.optional(userID), .uuid(token.routingID), .bytes(token.hash))
    }

    private static func statement(_ name: StaticString, _ condition: String) -> Statement<AuthScope> {
        Statement(
            name,
            """
            SELECT o.name, p.display_name, i.email, i.role, i.expires_at, i.status,
                   NOT EXISTS (SELECT FROM user_identifiers x
                               WHERE x.kind = 'email' AND x.normalized = i.email_normalized AND x.released_at IS NULL),
                   EXISTS (SELECT FROM user_identifiers x
                           WHERE x.user_id = $1 AND x.kind = 'email' AND x.normalized = i.email_normalized
                             AND x.verified_at IS NOT NULL AND x.released_at IS NULL),
                   o.id, o.logo_file_id
            FROM organization_invitations i
            JOIN organizations o ON o.id = i.organization_id
            JOIN organization_members m ON m.organization_id = i.organization_id AND m.id = i.invited_by
            JOIN user_profile p ON p.user_id = m.user_id
            WHERE \(condition)
            """
        )
    }

    private static let byToken = statement(
        "invitation by token",
        "i.organization_id = $2 AND i.token_hash = $3"
    )

    /// Of organizations that can be entered.
    fileprivate static let ofPerson = statement(
        "invitations of a person",
        """
        i.status = 'pending' AND i.expires_at > $2
          AND i.email_normalized IN (SELECT x.normalized FROM user_identifiers x
                WHERE x.user_id = $1 AND x.kind = 'email' AND x.verified_at IS NOT NULL AND x.released_at IS NULL)
          AND EXISTS (SELECT FROM organization_state s
                WHERE s.organization_id = i.organization_id AND s.state IN ('active', 'inactive'))
        ORDER BY i.created_at, i.id
        """
    )
}

extension Bindings<ResolverContext> {
    mutating func bindInvitationPreviews() {
        object(InvitationPreviewRow.self) { type in
            type.value("organizationName") { $0.organizationName }
            type.values("organizationLogoUrl") { rows, context in
                .ready(rows.map { $0.organizationLogo.map(context.downloadURL) })
            }
            type.value("inviterName") { $0.inviterName }
            type.value("email") { $0.email }
            type.value("role") { $0.role }
            type.value("expiresAt") { $0.expiresAt }
            type.value("requiresRegistration") { $0.requiresRegistration }
            type.values("status") { rows, context in .ready(rows.map { $0.status(at: context.request.now) }) }
        }
        object(QueryRow.self) { type in
            type.objects("invitationPreview", QueryInvitationPreviewArguments.self) { rows, arguments, call in
                call.context.invitationPreview(arguments.token).map { found in rows.map { _ in found } }
            }
        }
        object(ViewerRow.self) { type in
            type.objects("invitations") { rows, context in
                try context.ownInvitations().map { found in rows.map { _ in found } }
            }
        }
    }
}

extension ResolverContext {
    /// Nil for a token that nothing belongs to.
    fileprivate func invitationPreview(_ text: String) -> Step<InvitationPreviewRow?> {
        guard let token = OpaqueToken(text) else { return .ready(nil) }
        return queryPublic(InvitationPreviewRow.byToken(token, viewer?.claims.userID)).map {
            $0.first.map(InvitationPreviewRow.init)
        }
    }

    /// Read as the sign-in role, since they are of organizations that the viewer is no member of.
    fileprivate func ownInvitations() throws -> Step<[InvitationPreviewRow]> {
        let userID = try signedIn().claims.userID
        return try query(InvitationPreviewRow.ofPerson(.uuid(userID), .timestamp(request.now))).map {
            $0.map(InvitationPreviewRow.init)
        }
    }
}
