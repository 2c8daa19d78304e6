import Files
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// What anybody signed in may see of an organization that opted in.
struct PublicOrganizationRow: ObjectRow {
    static let typeName = "PublicOrganization"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var slug: BorrowedText { BorrowedText(utf8: row.utf8(2)) }
    var memberCount: Int32 { Int32(clamping: row.int64(6)) }

    var logo: FileKey? { row.optionalUUID(7).map { FileKey(organizationID: id, fileID: $0) } }

    func text(_ column: Int) -> BorrowedText? { row.optionalUTF8(column).map(BorrowedText.init(utf8:)) }
}

extension Bindings<ResolverContext> {
    mutating func bindPublicOrganization() {
        object(PublicOrganizationRow.self) { type in
            type.value("id") { GlobalID(.organization, $0.id) }
            type.value("name") { $0.name }
            type.value("slug") { $0.slug }
            type.value("description") { $0.text(3) }
            type.value("industry") { $0.text(4) }
            type.value("countryCode") { $0.text(5) }
            type.value("memberCount") { $0.memberCount }
            type.values("logoUrl") { rows, context in .ready(rows.map { $0.logo.map(context.downloadURL) }) }
        }
        object(QueryRow.self) { type in
            type.objects("publicOrganization", QueryPublicOrganizationArguments.self) { rows, arguments, call in
                try call.context.publicOrganization(arguments.by).map { found in rows.map { _ in found } }
            }
            type.values("organizationSlugAvailable", QueryOrganizationSlugAvailableArguments.self) {
                rows,
                arguments,
                call in
                try call.context.isAvailable(slug: arguments.slug).map { isAvailable in rows.map { _ in isAvailable } }
            }
        }
    }
}

extension ResolverContext {
    /// Read as the sign-in role, since a tenant's own hides how many members the others have.
    fileprivate func publicOrganization(_ selector: OrganizationSelector) throws -> Step<PublicOrganizationRow?> {
        let (id, slug): (UUID?, String?) =
            switch selector {
            case .id(let id): (id.key(of: .organization), nil)
            case .slug(let slug): (nil, slug.lowercased())
            }
        return try query(PublicOrganizationStatements.select(.optional(id), .optional(slug)))
            .map { $0.first.map(PublicOrganizationRow.init) }
    }

    /// Earlier slugs are not available: they lead to their organization for good.
    fileprivate func isAvailable(slug: String) throws -> Step<Bool> {
        let slug = slug.lowercased()
        guard OrganizationSlugForm.holds(slug) else { return .ready(false) }
        return queryPublic(PublicOrganizationStatements.hasSlug(.text(slug))).map { !$0[0].bool(0) }
    }
}

private enum PublicOrganizationStatements {
    static let select = Statement<AuthScope>(
        "public organization",
        """
        SELECT o.id, o.name,
               coalesce((SELECT k.slug FROM organization_slugs k WHERE k.organization_id = o.id AND k.is_current), ''),
               o.description, o.industry, o.country_code::text,
               (SELECT count(*) FROM organization_members m WHERE m.organization_id = o.id AND m.is_active),
               o.logo_file_id
        FROM organizations o
        JOIN organization_state s ON s.organization_id = o.id
        WHERE o.id = coalesce($1::uuid, (SELECT k.organization_id FROM organization_slugs k WHERE k.slug = $2))
          AND o.is_public AND s.state IN ('active', 'inactive')
        """
    )

    static let hasSlug = Statement<AuthScope>(
        "slug",
        "SELECT EXISTS (SELECT FROM organization_slugs k WHERE k.slug = $1)"
    )
}
