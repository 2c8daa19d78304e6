import FoundationEssentials
import Postgres

/// The address that letters to a person go to.
struct PrimaryEmail {
    let identifierID: UUID
    let address: String
    let isVerified: Bool

    /// Its rows are for ``init(_:)``.
    static func of(_ userID: UUID) -> BoundStatement<AuthScope> { select(.uuid(userID)) }

    /// Throws `AccountRefusal.notFound` for somebody without one.
    init(_ rows: ResultSet) throws(AccountRefusal) {
        guard let row = rows.first else { throw .notFound(.email) }
        identifierID = row.uuid(0)
        address = row.string(1)
        isVerified = row.bool(2)
    }

    private static let select = Statement<AuthScope>(
        "primary e-mail address",
        """
        SELECT id, value, verified_at IS NOT NULL FROM user_identifiers
        WHERE user_id = $1 AND kind = 'email' AND is_primary AND released_at IS NULL
        """
    )
}
