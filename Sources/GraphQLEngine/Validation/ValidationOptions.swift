/// How a document is validated.
public struct ValidationOptions: Sendable, Hashable {
    /// Validation stops at the first error beyond this number.
    public var maximumErrors: Int
    /// Whether one more error, the last, says that there were too many.
    public var announcesLimit: Bool
    /// Leaves "Did you mean …?" out of the messages, so that they tell nothing of the schema.
    public var hidesSuggestions: Bool
    /// The rules to apply; where several look at one place, they report in this order.
    public var rules: [ValidationRule]

    /// The rules and limits of GraphQL.js, unless told otherwise.
    public init(
        maximumErrors: Int = 100,
        announcesLimit: Bool = true,
        hidesSuggestions: Bool = false,
        rules: [ValidationRule] = ValidationRule.specified
    ) {
        self.maximumErrors = maximumErrors
        self.announcesLimit = announcesLimit
        self.hidesSuggestions = hidesSuggestions
        self.rules = rules
    }
}
