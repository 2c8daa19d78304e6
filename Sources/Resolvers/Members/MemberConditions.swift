import GraphQLEngine
import Postgres
import Schema

/// A `MemberFilter` as a condition on the table with the alias `m`, and on profiles with the alias `u`.
///
/// `includeEnded` of the outermost filter alone counts, and stands outside of the condition. An empty `and` holds for
/// every member; an empty `or`, like an empty list of values, for none.
struct MemberConditions {
    /// Filters within filters.
    static let maximumDepth = 8
    /// Filters in all.
    static let maximumFilterCount = 50

    /// Which employees the viewer may know of.
    let reach: Reach
    /// Whether a condition mentions the profile.
    private(set) var needsProfiles = false
    private var filterCount = 0

    init(reach: Reach) {
        self.reach = reach
    }

    /// - Throws: `BAD_USER_INPUT` for a filter beyond the bounds.
    mutating func condition(
        _ filter: MemberFilter,
        _ sql: inout SQLText,
        depth: Int = 1
    ) throws(GraphQLError) -> String {
        filterCount += 1
        guard depth <= Self.maximumDepth, filterCount <= Self.maximumFilterCount else { throw Self.tooLarge }
        var parts = values(filter, &sql)
        if let search = filter.search, !search.allSatisfy(\.isWhitespace) { parts.append(matches(search, &sql)) }
        if let filters = filter.and {
            parts.append(joined(try nested(filters, depth, &sql), "AND", empty: "true"))
        }
        if let filters = filter.or {
            parts.append(joined(try nested(filters, depth, &sql), "OR", empty: "false"))
        }
        return joined(parts, "AND", empty: "true")
    }

    private mutating func nested(
        _ filters: [MemberFilter],
        _ depth: Int,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> [String] {
        var conditions: [String] = []
        for filter in filters { conditions.append(try condition(filter, &sql, depth: depth + 1)) }
        return conditions
    }

    private func joined(_ conditions: [String], _ conjunction: String, empty: String) -> String {
        conditions.isEmpty ? empty : "(" + conditions.joined(separator: " \(conjunction) ") + ")"
    }

    private func values(_ filter: MemberFilter, _ sql: inout SQLText) -> [String] {
        var parts: [String] = []
        if let roles = filter.role {
            let names = sql.parameter(.texts(roles.map { $0.rawValue.lowercased() }))
            parts.append("\(MemberRow.role) = ANY(\(names)::membership_role[])")
        }
        if let states = filter.accessState {
            let names = sql.parameter(.texts(states.map { $0.rawValue.lowercased() }))
            parts.append("m.access_state = ANY(\(names)::member_access_state[])")
        }
        if let hasEmployee = filter.hasEmployee {
            let reached = reach.condition(onEmployee: "e.id", &sql)
            parts.append(
                """
                \(hasEmployee ? "" : "NOT ")EXISTS (SELECT FROM employees e WHERE e.organization_id = $1 \
                AND e.member_id = m.id AND e.deleted_at IS NULL AND \(reached))
                """
            )
        }
        return parts
    }

    /// The text in the name, the e-mail address or the title.
    private mutating func matches(_ search: String, _ sql: inout SQLText) -> String {
        needsProfiles = true
        let pattern = sql.parameter(.text("%" + LikePattern.literal(search) + "%"))
        return "(u.display_name ILIKE \(pattern) OR u.email ILIKE \(pattern) OR m.title ILIKE \(pattern))"
    }

    private static let tooLarge = PublicErrors.badInput(
        "The filter is too large: it may nest \(maximumDepth) deep and have \(maximumFilterCount) filters in all."
    )
}
