import FoundationEssentials
import GraphQLEngine
import Postgres

/// A connection as a statement: one page for every parent of a level, and its total where it is selected.
struct PagedQuery<Node: TableRow> {
    let name: StaticString
    /// Tables with their aliases, after `FROM`.
    let source: String
    /// Ties a row to its parent, whose id is `parent.id`; nil where the organization is the parent.
    let parentCondition: String?
    /// Must mention `$1`, the organization, in a tenant's scope.
    var rows: ListConditions
    let ordering: Ordering
    let page: PageRequest
    var sql: SQLText

    init(
        name: StaticString,
        source: String,
        parentCondition: String?,
        rows: ListConditions,
        ordering: Ordering,
        page: PageRequest,
        sql: SQLText
    ) {
        self.name = name
        self.source = source
        self.parentCondition = parentCondition
        self.rows = rows
        self.ordering = ordering
        self.page = page
        self.sql = sql
    }

    /// A list without parts of its own index.
    init(
        name: StaticString,
        source: String,
        parentCondition: String?,
        conditions: [String],
        ordering: Ordering,
        page: PageRequest,
        sql: SQLText
    ) {
        self.init(
            name: name,
            source: source,
            parentCondition: parentCondition,
            rows: ListConditions(conditions),
            ordering: ordering,
            page: page,
            sql: sql
        )
    }

    /// The pages of the parents, in their order, with one statement, or two with the total count.
    func connections(
        of parents: [UUID],
        in context: ResolverContext,
        countsTotal: Bool
    ) throws -> Step<[Connection<Node>]> {
        let statement: BoundStatement<TenantScope> = try pageStatement(parents)
        let pages = try context.query(statement)
        guard countsTotal else { return pages.map { connections($0, parents.count, totals: nil) } }
        let count: BoundStatement<TenantScope> = countStatement(parents)
        let totals = try context.query(count)
        return pages.flatMap { rows in totals.map { connections(rows, parents.count, totals: $0) } }
    }

    /// The page of the viewer's organization.
    func organizationPage(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<Node>> {
        let organizationID = try call.context.tenant().organizationID
        let countsTotal = call.selectedFields.contains("totalCount")
        return try connections(of: [organizationID], in: call.context, countsTotal: countsTotal).map { $0[0] }
    }

    /// The page over all organizations, for platform administration; no parent, and recorded like every such read.
    func platformConnection(
        in context: ResolverContext,
        countsTotal: Bool,
        recordedAs entry: PlatformAuditEntry
    ) throws -> Step<Connection<Node>> {
        let statement: BoundStatement<PlatformScope> = try pageStatement([])
        let page = try context.query(statement, recordedAs: entry)
        guard countsTotal else { return page.map { connections($0, 1, totals: nil)[0] } }
        let count: BoundStatement<PlatformScope> = countStatement([])
        let total = try context.query(count)
        return page.flatMap { rows in total.map { connections(rows, 1, totals: $0)[0] } }
    }

    private func pageStatement<S: Scope>(_ parents: [UUID]) throws(GraphQLError) -> BoundStatement<S> {
        var sql = sql
        var rows = rows
        if let after = page.after {
            let place = try Cursor.decode(after, ordering)
            rows.conditions.append(ordering.condition(beyond: place, isBefore: false, &sql))
        }
        if let before = page.before {
            let place = try Cursor.decode(before, ordering)
            rows.conditions.append(ordering.condition(beyond: place, isBefore: true, &sql))
        }
        let limit = sql.parameter(.int64(Int64(page.size) + 1))
        guard let parentCondition else {
            return Statement<S>(name, organizationSelect(rows, limit)).bind(sql.parameters)
        }
        let select = select(number: "parent.number", rows.all + [parentCondition], limit)
        let ids = sql.parameter(.uuids(parents))
        let perParent = """
            SELECT page.* FROM unnest(\(ids)::uuid[]) WITH ORDINALITY AS parent (id, number) CROSS JOIN LATERAL (\(select)) AS page
            """
        return Statement<S>(name, perParent).bind(sql.parameters)
    }

    private func organizationSelect(_ rows: ListConditions, _ limit: String) -> String {
        let places = ordering.keys.indices.map { "place_\($0)" }
        let placed = zip(ordering.keys, places).map { ", \($0.expression) AS \($1)" }.joined()
        return rows.page(
            { select(number: "1::int8", $0, limit, placed: $1 ? placed : "") },
            order: "ORDER BY \(ordering.list(places, isBackward: page.isBackward)) LIMIT \(limit)"
        )
    }

    private func select(number: String, _ conditions: [String], _ limit: String, placed: String = "") -> String {
        let keys = ordering.keys.map { "(\($0.expression))::text" }.joined(separator: ", ")
        return """
            SELECT \(Node.columns), \(number), \(keys)\(placed) FROM \(source)\(ordering.joins) \
            WHERE \(conditions.joined(separator: " AND ")) \
            ORDER BY \(ordering.list(isBackward: page.isBackward)) LIMIT \(limit)
            """
    }

    private func countStatement<S: Scope>(_ parents: [UUID]) -> BoundStatement<S> {
        var sql = sql
        let conditions = rows.all
        guard let parentCondition else {
            let count = "SELECT 1::int8, count(*) FROM \(source) WHERE \(conditions.joined(separator: " AND "))"
            return Statement<S>("count", count).bind(sql.parameters)
        }
        let ids = sql.parameter(.uuids(parents))
        let matching = (conditions + [parentCondition]).joined(separator: " AND ")
        let count = """
            SELECT parent.number, total.count FROM unnest(\(ids)::uuid[]) WITH ORDINALITY AS parent (id, number) \
            CROSS JOIN LATERAL (SELECT count(*) FROM \(source) WHERE \(matching)) AS total
            """
        return Statement<S>("count", count).bind(sql.parameters)
    }

    private func connections(_ rows: ResultSet, _ parentCount: Int, totals: ResultSet?) -> [Connection<Node>] {
        var pages = Array(repeating: [Edge<Node>](), count: parentCount)
        for row in rows {
            let edge = Edge(node: Node(row), row: row, signature: ordering.signature, keyCount: ordering.keys.count)
            pages[Int(row.int64(Node.columnCount)) - 1].append(edge)
        }
        var counts = Array(repeating: Int32(0), count: parentCount)
        for total in totals.map(Array.init) ?? [] {
            counts[Int(total.int64(0)) - 1] = Int32(clamping: total.int64(1))
        }
        return zip(pages, counts).map { connection($0, totalCount: $1) }
    }

    private func connection(_ edges: [Edge<Node>], totalCount: Int32) -> Connection<Node> {
        let hasMore = edges.count > page.size
        let visible = Array(edges.prefix(page.size))
        return Connection(
            edges: page.isBackward ? visible.reversed() : visible,
            hasNextPage: page.isBackward ? page.before != nil : hasMore,
            hasPreviousPage: page.isBackward ? hasMore : page.after != nil,
            totalCount: totalCount
        )
    }
}
