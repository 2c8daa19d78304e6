import GraphQLEngine
import Postgres
import Schema
import Time

/// How many invitations of the current organization have each status.
struct InvitationStatsRow: ObjectRow {
    static let typeName = "InvitationStats"

    private let counts: [InvitationStatus: Int32]

    /// - Parameter rows: status and count.
    init(_ rows: ResultSet) {
        let pairs = rows.compactMap { row in
            InvitationStatus(rawValue: row.string(0).uppercased()).map { ($0, Int32(clamping: row.int64(1))) }
        }
        counts = Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    func count(_ status: InvitationStatus) -> Int32 { counts[status] ?? 0 }

    static func statement(at now: Timestamp) -> BoundStatement<TenantScope> { select(.timestamp(now)) }

    private static let select = Statement<TenantScope>(
        "invitation statistics",
        """
        SELECT \(InvitationRow.status(at: "$2"))::text, count(*) FROM organization_invitations i
        WHERE i.organization_id = $1 GROUP BY 1
        """
    )
}
