import Auth
import Files
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// An organization, over a row of the table with the alias `o`.
struct OrganizationRow: TableRow {
    static let typeName = "Organization"
    static let columnCount = 14
    static let columns = """
        o.id, o.created_at, o.updated_at, o.version, o.name, \
        coalesce((SELECT k.slug FROM organization_slugs k WHERE k.organization_id = o.id AND k.is_current), ''), \
        o.description, o.industry, o.country_code::text, o.time_zone, o.locale, o.is_public, \
        (SELECT t.state FROM organization_state t WHERE t.organization_id = o.id), o.logo_file_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var createdAt: Timestamp { row.timestamp(1) }
    var updatedAt: Timestamp { row.timestamp(2) }
    var version: Int32 { row.int32(3) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    var slug: BorrowedText { BorrowedText(utf8: row.utf8(5)) }
    var description: BorrowedText? { text(6) }
    var industry: BorrowedText? { text(7) }
    var countryCode: BorrowedText? { text(8) }
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(9)) }
    var locale: BorrowedText { BorrowedText(utf8: row.utf8(10)) }
    var isPublic: Bool { row.bool(11) }
    var logo: FileKey? { row.optionalUUID(13).map { FileKey(organizationID: id, fileID: $0) } }
    var state: DatabaseEnum<OrganizationState> { DatabaseEnum(utf8: row.utf8(12)) }

    private func text(_ column: Int) -> BorrowedText? {
        row.optionalUTF8(column).map(BorrowedText.init(utf8:))
    }
}

extension OrganizationRow {
    /// The organization of the scope.
    static let current = Statement<TenantScope>(
        "current organization",
        "SELECT \(columns) FROM organizations o WHERE o.id = $1"
    )

    /// Those of some organizations of which a person is a member.
    fileprivate static let ofMember = Statement<AuthScope>(
        "organizations of a member",
        """
        SELECT \(columns) FROM organizations o
        WHERE o.id = ANY($2)
          AND EXISTS (SELECT FROM organization_members m
                WHERE m.organization_id = o.id AND m.user_id = $1 AND m.ended_at IS NULL)
        """
    )
}

extension ResolverContext {
    /// The organization of the viewer's token.
    func currentOrganization() throws -> Step<OrganizationRow?> {
        try query(OrganizationRow.current()).map { $0.first.map(OrganizationRow.init) }
    }

    /// Organizations with these ids, in their order; nil for those of which the viewer is no member.
    ///
    /// A tenant's scope shows that tenant alone, so the viewer's other organizations are read as the sign-in role.
    func organizations(_ ids: [UUID?]) throws -> Step<[OrganizationRow?]> {
        let viewer = try signedIn()
        let currentID = viewer.claims.organizationID
        let others = Set(ids.compactMap { $0 }).subtracting(currentID.map { [$0] } ?? [])
        var steps: [Step<[OrganizationRow]>] = []
        if let currentID, ids.contains(currentID) {
            steps.append(try query(OrganizationRow.current()).map { $0.map(OrganizationRow.init) })
        }
        if !others.isEmpty {
            let statement = OrganizationRow.ofMember(.uuid(viewer.claims.userID), .uuids(Array(others)))
            steps.append(try query(statement).map { $0.map(OrganizationRow.init) })
        }
        return try Step<[OrganizationRow]>.all(steps).map { found in
            let byID = Dictionary(found.joined().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
            return ids.map { id in id.flatMap { byID[$0] } }
        }
    }
}
