public import FoundationEssentials
import JSON
public import Jobs

/// A letter about somebody's account, as a job carries it: ids only. Address and link are found when it is sent.
public struct AccountLetter: Sendable, Equatable {
    public static let jobKind = "account_letter"

    public enum Kind: String, Sendable, Equatable {
        case verifyAddress = "verify_address"
        case changeAddress = "change_address"
        case resetPassword = "reset_password"
        case passwordChanged = "password_changed"
        case addressChanged = "address_changed"
        case sessionRevoked = "session_revoked"

        /// Of the token whose link the letter carries; nil for a notice without one.
        var purpose: MailedTokens.Purpose? {
            switch self {
            case .verifyAddress: .emailVerification
            case .changeAddress: .emailChange
            case .resetPassword: .passwordReset
            case .passwordChanged, .addressChanged, .sessionRevoked: nil
            }
        }
    }

    public let kind: Kind
    public let userID: UUID
    /// The row of `user_tokens`, for letters with a link.
    let tokenID: UUID?
    /// The row of `user_identifiers` that a notice goes to, though it is given up; nil for the primary address.
    let identifierID: UUID?

    /// A letter without a link, to the person's primary address.
    public static func notice(_ kind: Kind, to userID: UUID) -> AccountLetter {
        precondition(kind.purpose == nil, "a letter with a link comes from MailedTokenIssuing")
        return AccountLetter(kind: kind, userID: userID, tokenID: nil)
    }

    /// The notice to an address that is a person's no more.
    static func addressChanged(from identifierID: UUID, of userID: UUID) -> AccountLetter {
        AccountLetter(kind: .addressChanged, userID: userID, tokenID: nil, identifierID: identifierID)
    }

    init(kind: Kind, userID: UUID, tokenID: UUID?, identifierID: UUID? = nil) {
        self.kind = kind
        self.userID = userID
        self.tokenID = tokenID
        self.identifierID = identifierID
    }

    /// To be enqueued in the transaction of what the letter is about.
    public var job: NewJob {
        NewJob(
            kind: Self.jobKind,
            payload: [
                "letter": .string(kind.rawValue), "user": .string(userID.uuidString),
                "token": tokenID.map { .string($0.uuidString) } ?? .null,
                "identifier": identifierID.map { .string($0.uuidString) } ?? .null,
            ]
        )
    }

    /// Nil for a payload that this version does not know.
    init?(_ payload: JSONValue) {
        guard let kind = payload["letter"]?.stringValue.flatMap(Kind.init(rawValue:)),
            let userID = payload["user"]?.stringValue.flatMap(UUID.init(uuidString:))
        else { return nil }
        let tokenID = payload["token"]?.stringValue.flatMap(UUID.init(uuidString:))
        guard (kind.purpose == nil) == (tokenID == nil) else { return nil }
        let identifierID = payload["identifier"]?.stringValue.flatMap(UUID.init(uuidString:))
        self.init(kind: kind, userID: userID, tokenID: tokenID, identifierID: identifierID)
    }
}
