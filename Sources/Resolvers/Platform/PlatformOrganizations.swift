import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Reads of organizations by platform administrators.
enum PlatformOrganizations {
    /// All organizations, by name.
    static func page(
        _ arguments: PlatformOrganizationsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<OrganizationRow>> {
        var sql = SQLText(for: PlatformScope.self)
        var conditions = ["true"]
        if let filter = arguments.filter { conditions += self.conditions(filter, &sql) }
        if let search = arguments.search, !search.allSatisfy(\.isWhitespace) {
            let pattern = sql.parameter(.text("%" + LikePattern.literal(search) + "%"))
            conditions.append("(o.name ILIKE \(pattern) OR \(slug) ILIKE \(pattern))")
        }
        let query = PagedQuery<OrganizationRow>(
            name: "platform organizations",
            source: "organizations o",
            parentCondition: nil,
            conditions: conditions,
            ordering: Ordering([OrderKey("NAME", "lower(o.name)")], id: "o.id"),
            page: try arguments.page(),
            sql: sql
        )
        return try query.platformConnection(
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount"),
            recordedAs: PlatformAuditEntry(
                action: "platform.organizations",
                subject: ["search": .optional(arguments.search)]
            )
        )
    }

    /// One organization, also by a slug that it had earlier.
    static func one(_ selector: OrganizationSelector, _ context: ResolverContext) throws -> Step<OrganizationRow?> {
        let (id, slug): (UUID?, String?) =
            switch selector {
            case .id(let id): (id.key(of: .organization), nil)
            case .slug(let slug): (nil, slug.lowercased())
            }
        let entry = PlatformAuditEntry(
            action: "platform.organization",
            subject: ["organizationId": .optional(id), "slug": .optional(slug)]
        )
        return try context.query(select(.optional(id), .optional(slug)), recordedAs: entry)
            .map { $0.first.map(OrganizationRow.init) }
    }

    private static func conditions(_ filter: PlatformOrganizationFilter, _ sql: inout SQLText) -> [String] {
        var conditions: [String] = []
        if let states = filter.state {
            let names = sql.parameter(.texts(states.map { $0.rawValue.lowercased() }))
            conditions.append(
                "(SELECT t.state FROM organization_state t WHERE t.organization_id = o.id) = ANY(\(names))"
            )
        }
        if let createdAt = filter.createdAt { conditions += createdAt.conditions(on: "o.created_at", &sql) }
        if let name = filter.name { conditions += name.conditions(on: "o.name", &sql) }
        return conditions
    }

    private static let slug =
        "(SELECT k.slug FROM organization_slugs k WHERE k.organization_id = o.id AND k.is_current)"

    private static let select = Statement<PlatformScope>(
        "platform organization",
        """
        SELECT \(OrganizationRow.columns) FROM organizations o
        WHERE o.id = coalesce($1::uuid, (SELECT k.organization_id FROM organization_slugs k WHERE k.slug = $2))
        """
    )
}

extension PlatformOrganizationsArguments: PageArguments {}
