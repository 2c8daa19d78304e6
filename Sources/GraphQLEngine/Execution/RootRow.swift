/// The one object of a root operation type.
public struct QueryRow: ObjectRow {
    public static let typeName = "Query"
    /// The root object.
    public init() {}
}

/// The one object of the mutation type.
public struct MutationRow: ObjectRow {
    public static let typeName = "Mutation"
    /// The root object.
    public init() {}
}
