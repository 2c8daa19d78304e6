/// Who may select which field, decided while planning, before any resolver runs.
public protocol AccessPolicy: Sendable {
    /// Equal for policies that decide alike: part of the plan's key.
    var key: [UInt64] { get }

    /// Why the field must not be selected, or nil.
    func denial(of field: FieldDefinition, on parent: NamedType, giving type: NamedType) -> GraphQLError?

    /// Why objects of the type must not be shown, however they are reached, or nil.
    func denial(of type: NamedType) -> GraphQLError?
}

/// Allows everything.
public struct OpenAccess: AccessPolicy {
    public let key: [UInt64] = []

    /// The policy of schemas without access rules.
    public init() {}

    public func denial(of field: FieldDefinition, on parent: NamedType, giving type: NamedType) -> GraphQLError? { nil }

    public func denial(of type: NamedType) -> GraphQLError? { nil }
}
