import GraphQLEngine
import Schema
import Time

extension DateRangeInput {
    /// - Throws: `BAD_USER_INPUT` for a range that ends before it begins or has more days than allowed.
    func check(maximumDayCount: Int = .max) throws(GraphQLError) {
        guard from <= to else {
            throw PublicErrors.badInput("The range ends before it begins: \"to\" must not be before \"from\".")
        }
        guard from.days(until: to) < maximumDayCount else {
            throw PublicErrors.badInput("The range may have at most \(maximumDayCount) days.")
        }
    }
}
