import Auth
import FoundationEssentials
import Jobs
import Mail
import Postgres
import Time

/// Sends the letters of invitations: finds out address and link, which no job holds.
struct InvitationLetterSending: JobHandler {
    var kind: String { InvitationLetter.jobKind }
    let services: AccountServices
    let transport: any MailTransport

    /// Sends nothing when the letter has lost its point: the invitation was answered, withdrawn or sent again, is over,
    /// or its organization has been put away.
    func run(_ job: Job) async throws {
        guard let letter = InvitationLetter(job.payload), let organizationID = job.organizationID else {
            throw JobFailure.permanent("The payload is unknown.")
        }
        let key: [Parameter] = [.uuid(organizationID), .uuid(letter.invitationID), .int32(letter.generation)]
        let rows = try await services.database.read([Self.select.bind(key)], in: SystemScope())[0]
        guard let row = rows.first else { return }
        // By the database's clock throughout: the invitation's own instants come from the clock of the request.
        let lifetimeSeconds = row.int64(4)
        guard job.createdAt.microseconds(until: job.takenAt) < lifetimeSeconds * 1_000_000 else { return }
        guard let recipient = MailAddress(row.string(0)) else {
            throw JobFailure.permanent("The address cannot be mailed.")
        }
        let content = Letter.invitation(
            organization: row.string(1),
            inviter: row.string(2),
            link: try link(letter, organizationID, hash: row.bytes(3)),
            validHours: lifetimeSeconds / 3_600
        )
        do {
            let message = content.message(id: job.id, to: recipient, locale: row.string(5), date: job.takenAt)
            try await transport.send(message)
        } catch {
            throw JobFailure(error)
        }
    }

    private func link(_ letter: InvitationLetter, _ organizationID: UUID, hash: [UInt8]) throws(JobFailure) -> String {
        let token = services.mailedTokens.token(
            .invitation,
            routingID: organizationID,
            id: letter.invitationID,
            generation: letter.generation,
            hash: hash
        )
        guard let token else { throw JobFailure.permanent("The key that made the token is gone.") }
        return "\(services.configuration.publicURL)/invitation?token=\(token.text)"
    }

    private static let select = Statement<SystemScope>(
        "invitation's letter",
        """
        SELECT i.email, o.name, p.display_name, i.token_hash,
               extract(epoch FROM i.expires_at - i.last_sent_at)::bigint, coalesce(i.locale, o.locale)
        FROM organization_invitations i
        JOIN organizations o ON o.id = i.organization_id
        JOIN organization_state s ON s.organization_id = i.organization_id AND s.state IN ('active', 'inactive')
        JOIN organization_members m ON m.organization_id = i.organization_id AND m.id = i.invited_by
        JOIN user_profile p ON p.user_id = m.user_id
        WHERE i.organization_id = $1 AND i.id = $2 AND i.send_count = $3 AND i.status = 'pending'
        """
    )
}
