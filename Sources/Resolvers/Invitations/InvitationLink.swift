import Auth
import FoundationEssentials
import Postgres
import Schema

/// The token of an invitation's link, as somebody presents it.
struct InvitationLink: Sendable {
    let token: OpaqueToken
    /// Where it stands in the input.
    let path: [String]

    /// Throws `INVITATION_INVALID` for what is no such token.
    init(_ text: String, path: [String]) throws(UserErrors) {
        guard let token = OpaqueToken(text) else { throw .invalidInvitation(path: path) }
        self.token = token
        self.path = path
    }

    /// Throws `INVITATION_INVALID` when nothing belongs to it.
    ///
    /// Asked before anything is locked: whoever has no link to an organization must not make its mutations wait.
    func require(in transaction: Transaction<AuthScope>) async throws {
        let key: [Parameter] = [.uuid(token.routingID), .bytes(token.hash)]
        if try await transaction.run(Self.exists.bind(key)).isEmpty { throw UserErrors.invalidInvitation(path: path) }
    }

    private static let exists = Statement<AuthScope>(
        "invitation of link",
        "SELECT 1 FROM organization_invitations i WHERE i.organization_id = $1 AND i.token_hash = $2"
    )
}
