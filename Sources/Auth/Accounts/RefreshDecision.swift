import Time

/// What a refresh token deserves, given what the database knows of it. Decides only; `Refresh` acts.
enum RefreshDecision: Equatable {
    /// The token's first use: make its successor.
    case rotate
    /// Its use was a moment ago, and the answer may have been lost: hand out the successor with this hash again.
    case replay(successorHash: [UInt8])
    /// Two parties hold the token: end the session.
    case revoke
    case refuse(AccountRefusal)

    /// The rows of the token, its session and its successor, read under the session's lock.
    struct Record {
        var sessionIsRevoked = false
        var userIsActive = true
        var expiresAt: Timestamp
        var tokenIsRevoked = false
        var isRotated = false
        var replayUntil: Timestamp?
        var successorHash: [UInt8]?
        /// Whether the successor has not been used itself.
        var successorIsLive = false
    }

    init(_ record: Record, now: Timestamp) {
        if record.sessionIsRevoked || record.tokenIsRevoked {
            self = .refuse(.tokenInvalid)
        } else if !record.userIsActive {
            self = .refuse(.unauthenticated)
        } else if record.expiresAt <= now {
            self = .refuse(.tokenExpired)
        } else if !record.isRotated {
            self = .rotate
        } else if let replayUntil = record.replayUntil, now <= replayUntil, record.successorIsLive,
            let hash = record.successorHash
        {
            self = .replay(successorHash: hash)
        } else {
            self = .revoke
        }
    }
}
