/// How an operation is planned.
public struct PlanningOptions: Sendable, Hashable {
    /// Leaves "Did you mean …?" out of the messages about arguments.
    public var hidesSuggestions: Bool
    /// Fields of a plan, counted once per object type: overlapping fields of a document that was written for it can
    /// make very many of few.
    public var maximumFields: Int
    /// Follows `@defer` and `@stream`; without it, what has these directives fails.
    public var deliversIncrementally: Bool

    /// Options with those that are given, the others as for a plain request.
    public init(
        hidesSuggestions: Bool = false,
        maximumFields: Int = 100_000,
        deliversIncrementally: Bool = false
    ) {
        self.hidesSuggestions = hidesSuggestions
        self.maximumFields = maximumFields
        self.deliversIncrementally = deliversIncrementally
    }
}
