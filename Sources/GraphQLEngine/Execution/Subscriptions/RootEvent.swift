public import JSON

/// An event of a subscription, as the root field takes it.
@usableFromInline
enum RootEvent: Sendable {
    /// The source of the root fields.
    case source(JSONValue)
    /// The value of the root field.
    case value(@Sendable () -> Children)
}

/// The one object of the subscription type.
public struct SubscriptionRow: ObjectRow {
    public static let typeName = "Subscription"
    /// The root object of one event.
    public init() {}
}
