import GraphQLEngine
import Schema

/// How large the filter of a list may be.
enum FilterBounds {
    /// Filters within filters.
    private static let maximumDepth = 8
    /// Filters in all.
    private static let maximumFilterCount = 50
    /// Items of all lists together.
    private static let maximumItemCount = 1_000

    /// - Throws: `BAD_USER_INPUT` for lists with too many items.
    static func check(itemCounts: [Int?]) throws(GraphQLError) {
        guard itemCounts.reduce(0, { $0 + ($1 ?? 0) }) <= maximumItemCount else {
            throw PublicErrors.badInput("The filter may list \(maximumItemCount) values in all.")
        }
    }

    /// - Throws: `BAD_USER_INPUT` for a filter of filters that is beyond the bounds.
    static func check(depth: Int, filterCount: Int, itemCount: Int) throws(GraphQLError) {
        guard depth <= maximumDepth, filterCount <= maximumFilterCount, itemCount <= maximumItemCount else {
            throw PublicErrors.badInput(
                """
                The filter is too large: it may nest \(maximumDepth) deep and have \(maximumFilterCount) filters and \
                \(maximumItemCount) listed values in all.
                """
            )
        }
    }
}
