import Postgres
public import Time

/// Bounds what people who have a session, or only a link, may ask for: what costs somebody else a letter, or tells them
/// something when they guess.
public struct RequestThrottle: Sendable {
    public enum Action: Sendable {
        /// Every letter counts.
        case verificationSend
        /// Every try of an address counts; of a person none, or others could keep them from confirming their own.
        case emailVerify
        /// Only what was not taken back counts.
        case memberAdd

        fileprivate var kind: AttemptThrottle.Action {
            switch self {
            case .verificationSend: .verificationSend
            case .emailVerify: .emailVerify
            case .memberAdd: .memberAdd
            }
        }
    }

    private let services: AccountServices
    private let action: Action
    private let client: Client
    private let now: Timestamp
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices, _ action: Action, client: Client, now: Timestamp) {
        self.services = services
        self.action = action
        self.client = client
        self.now = now
    }

    /// Records an attempt; throws `AccountRefusal.rateLimited`, or what the check of the viewer says.
    ///
    /// - Parameter viewer: nil for one who shows a link instead of a token.
    public func admit(_ viewer: Viewer?) async throws {
        let scope = viewer?.authScope(isMutation: action == .memberAdd, now: now) ?? AuthScope()
        try await services.database.transaction(in: scope) { transaction in
            try await throttle.admit(
                action.kind,
                account: viewer.map { AttemptThrottle.Account(userID: $0.claims.userID) },
                client: client,
                now: now,
                in: transaction
            )
        }
    }

    /// Takes an attempt back that told nothing. When the database is away the attempt stays, which is no reason to fail
    /// what has been done.
    public func takeBack(_ viewer: Viewer, isSuccess: Bool) async {
        let account = AttemptThrottle.Account(userID: viewer.claims.userID)
        let row =
            isSuccess
            ? throttle.success(action.kind, account, client, now)
            : throttle.withdrawal(action.kind, account, client, now)
        _ = try? await services.database.transaction(in: AuthScope()) { transaction in
            _ = try await transaction.run(row)
        }
    }
}
