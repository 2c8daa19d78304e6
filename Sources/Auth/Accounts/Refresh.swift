import FoundationEssentials
import JSON
import Jobs
import Postgres
public import Time

/// Exchanges a refresh token for its successor and a new access token.
///
/// All refreshes of a session wait for each other at the session's row, so that a token has one successor, however
/// many ask at once; the database's unique keys hold that too.
public struct Refresh: Sendable {
    private enum Outcome: Sendable {
        case issued(IssuedTokens)
        case refused(AccountRefusal)
        case unknown
    }

    private struct Found {
        let sessionID: UUID
        let sessionEpoch: Int32
        let organizationID: UUID?
        /// Whether a platform administrator looks on at the organization.
        let isActing: Bool
        let tokenID: UUID
        let record: RefreshDecision.Record
    }

    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Throws `AccountRefusal` or `DatabaseError`. After `tokenReused` the session is revoked.
    public func refresh(_ text: String, client: Client, now: Timestamp) async throws -> IssuedTokens {
        guard let token = OpaqueToken(text) else { throw AccountRefusal.tokenInvalid }
        let outcome = try await services.database.transaction(in: AuthScope(userID: token.routingID)) { transaction in
            try await exchange(token, client: client, now: now, in: transaction)
        }
        switch outcome {
        case .issued(let tokens): return tokens
        case .refused(let refusal): throw refusal
        case .unknown:
            try await countGuess(client: client, now: now)
            throw AccountRefusal.tokenInvalid
        }
    }

    /// Only guesses count against an address: a session that is genuine may be refreshed by many tabs at once.
    private func countGuess(client: Client, now: Timestamp) async throws {
        let throttle = AttemptThrottle(configuration: services.configuration)
        try await services.database.transaction(in: AuthScope()) { transaction in
            try await throttle.admit(.refresh, account: nil, client: client, now: now, in: transaction)
        }
    }

    private func exchange(
        _ token: OpaqueToken,
        client: Client,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws -> Outcome {
        guard let found = try await find(token, in: transaction) else { return .unknown }
        switch RefreshDecision(found.record, now: now) {
        case .refuse(let refusal):
            return .refused(refusal)
        case .revoke:
            _ = try await transaction.pipeline(endingFamily(of: found, token.routingID, client, now))
            return .refused(.tokenReused)
        case .rotate:
            let successor = services.succession.successor(
                userID: token.routingID,
                sessionID: found.sessionID,
                predecessorID: found.tokenID
            )
            return try await issue(successor, isNew: true, found, now: now, in: transaction)
        case .replay(let hash):
            let successor = services.succession.successor(
                userID: token.routingID,
                sessionID: found.sessionID,
                predecessorID: found.tokenID,
                hash: hash
            )
            guard let successor else { return .refused(.tokenInvalid) }
            return try await issue(successor, isNew: false, found, now: now, in: transaction)
        }
    }

    /// Somebody may have copied the token, so its person is told.
    private func endingFamily(
        of found: Found,
        _ userID: UUID,
        _ client: Client,
        _ now: Timestamp
    ) -> [BoundStatement<AuthScope>] {
        let event = SecurityEvent(
            .refreshReuse,
            userID,
            client,
            now,
            detail: ["sessionId": .string(found.sessionID.uuidString)]
        )
        return SessionRevocation(reason: .refreshReuse, now: now)
            .statements(userID: userID, sessionID: found.sessionID)
            + [event.recorded, AccountLetter.notice(.sessionRevoked, to: userID).job.enqueued()]
    }

    /// The access token has the rights of now: without the organization when the membership ended.
    private func issue(
        _ successor: OpaqueToken,
        isNew: Bool,
        _ found: Found,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws -> Outcome {
        let userID = successor.routingID
        let standing = try await standing(found, userID: userID, in: transaction)
        guard !found.isActing || standing.actingOrganizationID != nil else { return .refused(.unauthenticated) }
        if let refusal = standing.organizationState?.refusal { return .refused(refusal) }
        if isNew { try await store(successor, found, standing, now: now, in: transaction) }
        let tokens = try AccessTokenIssuing(services: services).issue(
            userID: userID,
            sessionID: found.sessionID,
            sessionEpoch: found.sessionEpoch,
            standing: standing,
            refreshToken: successor,
            refreshTokenExpiresAt: found.record.expiresAt,
            now: now
        )
        return .issued(tokens)
    }

    /// Who looks on does so as long as they administer the platform.
    private func standing(
        _ found: Found,
        userID: UUID,
        in transaction: Transaction<AuthScope>
    ) async throws -> Standing {
        let standing = try await Standing.read(userID: userID, organizationID: found.organizationID, in: transaction)
        guard found.isActing, standing.isPlatformAdmin, let organizationID = found.organizationID else {
            return standing
        }
        return .onlooker(at: organizationID)
    }

    private func store(
        _ successor: OpaqueToken,
        _ found: Found,
        _ standing: Standing,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws {
        let userID = Parameter.uuid(successor.routingID)
        let replayUntil = now.adding(seconds: services.configuration.refreshGraceSeconds)
        _ = try await transaction.pipeline([
            Self.markRotated(userID, .uuid(found.tokenID), .timestamp(now), .timestamp(replayUntil)),
            Self.insertSuccessor(
                userID,
                .uuid(found.sessionID),
                .uuid(found.tokenID),
                .bytes(successor.hash),
                .timestamp(now),
                .timestamp(found.record.expiresAt)
            ),
            Self.touchSession(
                userID,
                .uuid(found.sessionID),
                .timestamp(now),
                .optional(standing.membership?.organizationID ?? standing.actingOrganizationID)
            ),
        ])
    }

    private func find(_ token: OpaqueToken, in transaction: Transaction<AuthScope>) async throws -> Found? {
        let key: [Parameter] = [.uuid(token.routingID), .bytes(token.hash)]
        // The token is read by a statement of its own, whose snapshot begins after the wait for the lock.
        let answer = try await transaction.pipeline([Self.lockSession.bind(key), Self.selectToken.bind(key)])
        guard let session = answer[0].first, let row = answer[1].first else { return nil }
        let record = RefreshDecision.Record(
            sessionIsRevoked: session.bool(3),
            userIsActive: session.string(4) == "active",
            expiresAt: row.timestamp(1),
            tokenIsRevoked: row.bool(2),
            isRotated: row.bool(3),
            replayUntil: row.optionalTimestamp(4),
            successorHash: row.optionalBytes(5),
            successorIsLive: row.optionalBool(6) ?? false
        )
        return Found(
            sessionID: session.uuid(0),
            sessionEpoch: session.int32(1),
            organizationID: session.optionalUUID(2),
            isActing: session.bool(5),
            tokenID: row.uuid(0),
            record: record
        )
    }
}

extension Refresh {
    private static let lockSession = Statement<AuthScope>(
        "lock session of a refresh token",
        """
        SELECT s.id, s.epoch, s.active_organization_id, s.revoked_at IS NOT NULL,
               (SELECT u.state FROM user_state u WHERE u.user_id = s.user_id), s.is_acting
        FROM user_sessions s
        WHERE s.user_id = $1
          AND s.id = (SELECT t.session_id FROM refresh_tokens t WHERE t.user_id = $1 AND t.token_hash = $2)
        FOR UPDATE
        """
    )

    private static let selectToken = Statement<AuthScope>(
        "refresh token and successor",
        """
        SELECT t.id, t.expires_at, t.revoked_at IS NOT NULL, t.rotated_at IS NOT NULL, t.replay_until, n.token_hash,
               n.rotated_at IS NULL AND n.revoked_at IS NULL
        FROM refresh_tokens t
        LEFT JOIN refresh_tokens n
          ON n.user_id = t.user_id AND n.session_id = t.session_id AND n.parent_id = t.id
        WHERE t.user_id = $1 AND t.token_hash = $2
        """
    )

    private static let markRotated = Statement<AuthScope>(
        "mark refresh token rotated",
        "UPDATE refresh_tokens SET rotated_at = $3, replay_until = $4 WHERE user_id = $1 AND id = $2"
    )

    private static let insertSuccessor = Statement<AuthScope>(
        "insert successor of a refresh token",
        """
        INSERT INTO refresh_tokens (user_id, session_id, parent_id, token_hash, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    )

    private static let touchSession = Statement<AuthScope>(
        "touch session",
        """
        UPDATE user_sessions SET last_seen_at = greatest(last_seen_at, $3), active_organization_id = $4
        WHERE user_id = $1 AND id = $2
        """
    )
}
