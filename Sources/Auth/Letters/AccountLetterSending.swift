import FoundationEssentials
public import Jobs
public import Mail
import Postgres
import Time

/// Sends the letters about accounts: finds out address and link, which no job holds.
public struct AccountLetterSending: JobHandler {
    public var kind: String { AccountLetter.jobKind }
    private let services: AccountServices
    private let transport: any MailTransport

    private struct Reader {
        let address: String
        let locale: String
    }

    public init(services: AccountServices, transport: any MailTransport) {
        self.services = services
        self.transport = transport
    }

    /// Sends nothing when the letter has lost its point: the token was used, replaced or is over, or the address given
    /// up.
    public func run(_ job: Job) async throws {
        guard let letter = AccountLetter(job.payload) else { throw JobFailure.permanent("The payload is unknown.") }
        guard let (reader, content) = try await content(of: letter, job) else { return }
        guard let recipient = MailAddress(reader.address) else {
            throw JobFailure.permanent("The address cannot be mailed.")
        }
        do {
            let message = content.message(id: job.id, to: recipient, locale: reader.locale, date: job.takenAt)
            try await transport.send(message)
        } catch {
            throw JobFailure(error)
        }
    }

    private func content(of letter: AccountLetter, _ job: Job) async throws -> (Reader, Letter)? {
        guard let purpose = letter.kind.purpose, let tokenID = letter.tokenID else {
            guard let reader = try await reader(of: letter) else { return nil }
            return (reader, notice(letter.kind, job.createdAt))
        }
        let key: [Parameter] = [.uuid(letter.userID), .uuid(tokenID), .text(purpose.rawValue)]
        let rows = try await services.database.read([Self.token.bind(key)], in: SystemScope())[0]
        guard let row = rows.first, let address = row.optionalString(1) else { return nil }
        // By the database's clock throughout: the token's own instants come from the clock of the request.
        let lifetimeSeconds = row.int64(2)
        guard job.createdAt.microseconds(until: job.takenAt) < lifetimeSeconds * 1_000_000 else { return nil }
        let found = services.mailedTokens.token(
            purpose,
            routingID: letter.userID,
            id: tokenID,
            hash: row.bytes(0)
        )
        guard let found else { throw JobFailure.permanent("The key that made the token is gone.") }
        return (Reader(address: address, locale: row.string(3)), linked(letter.kind, found, lifetimeSeconds))
    }

    private func reader(of letter: AccountLetter) async throws -> Reader? {
        let address = Self.address(.uuid(letter.userID), .optional(letter.identifierID))
        let row = try await services.database.read([address], in: SystemScope())[0].first
        return row.map { Reader(address: $0.string(0), locale: $0.string(1)) }
    }

    private func notice(_ kind: AccountLetter.Kind, _ instant: Timestamp) -> Letter {
        switch kind {
        case .sessionRevoked: .sessionRevoked(at: instant)
        case .addressChanged: .addressChanged(at: instant)
        default: .passwordChanged(at: instant)
        }
    }

    private func linked(_ kind: AccountLetter.Kind, _ token: OpaqueToken, _ lifetimeSeconds: Int64) -> Letter {
        let base = services.configuration.publicURL
        switch kind {
        case .resetPassword:
            return .resetPassword(
                link: "\(base)/reset-password?token=\(token.text)",
                validMinutes: lifetimeSeconds / 60
            )
        case .changeAddress:
            return .changeAddress(
                link: "\(base)/verify-email?token=\(token.text)",
                validHours: lifetimeSeconds / 3_600
            )
        default:
            return .verifyAddress(
                link: "\(base)/verify-email?token=\(token.text)",
                validHours: lifetimeSeconds / 3_600
            )
        }
    }

    private static let token = Statement<SystemScope>(
        "letter's token",
        """
        SELECT t.token_hash,
               CASE WHEN t.payload ? 'identifier' THEN named.value
                    WHEN t.payload ? 'email' THEN t.payload ->> 'email'
                    ELSE main.value END,
               extract(epoch FROM t.expires_at - t.created_at)::bigint, p.locale
        FROM user_tokens t
        JOIN user_profile p ON p.user_id = t.user_id
        LEFT JOIN user_identifiers named ON named.user_id = t.user_id AND named.kind = 'email'
            AND named.id = (t.payload ->> 'identifier')::uuid AND named.released_at IS NULL
        LEFT JOIN user_identifiers main ON main.user_id = t.user_id AND main.kind = 'email' AND main.is_primary
            AND main.released_at IS NULL
        WHERE t.user_id = $1 AND t.id = $2 AND t.purpose = $3 AND t.consumed_at IS NULL
        """
    )

    private static let address = Statement<SystemScope>(
        "letter's address",
        """
        SELECT i.value, p.locale
        FROM user_identifiers i
        JOIN user_profile p ON p.user_id = i.user_id
        WHERE i.user_id = $1 AND i.kind = 'email'
          AND CASE WHEN $2::uuid IS NULL THEN i.is_primary AND i.released_at IS NULL ELSE i.id = $2 END
        """
    )
}

extension JobFailure {
    /// A mail that the other side will never take is not tried again.
    public init(_ failure: MailFailure) {
        self = failure.isPermanent ? .permanent(failure.reason) : .temporary(failure.reason)
    }
}
