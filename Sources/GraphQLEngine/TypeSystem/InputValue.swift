public import JSON

/// A coerced input value.
public enum InputValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// Of the type Int, or of a custom scalar that was given an integer.
    case int(Int64)
    case float(Double)
    case string(String)
    /// Name and position of an enum value in its type.
    case enumeration(String, index: Int)
    case list([InputValue])
    case object(InputObject)
    /// A custom scalar given as an object or as a list.
    case json(JSONValue)
}

/// The fields of a coerced input object (or the arguments of a field) by position in the type's definition.
///
/// An absent entry is nil and an explicit null is ``InputValue/null``: updates tell the two apart.
public struct InputObject: Sendable, Equatable {
    /// One entry per field or argument of the definition.
    public var slots: [InputValue?]

    /// - Parameter slots: one entry per field or argument of the definition.
    public init(slots: [InputValue?]) {
        self.slots = slots
    }

    /// The value at a position of the definition; nil when it is absent.
    public subscript(index: Int) -> InputValue? {
        slots[index]
    }
}

/// How values of a custom scalar are taken from variables and literals.
///
/// `parse` gets the value as given (``InputValue/enumeration(_:index:)`` never occurs) and answers the value
/// that resolvers see, or throws with a message for people.
public struct ScalarCoercion: Sendable {
    /// Takes a value as given, or throws with the reason.
    public let parse: @Sendable (InputValue) throws(ScalarCoercionError) -> InputValue

    /// A coercion by a function.
    public init(parse: @escaping @Sendable (InputValue) throws(ScalarCoercionError) -> InputValue) {
        self.parse = parse
    }
}

/// Why a custom scalar does not take a value.
public struct ScalarCoercionError: Error, Sendable {
    /// A sentence for the people who wrote the request.
    public let message: String

    /// - Parameter message: a sentence for the people who wrote the request.
    public init(_ message: String) {
        self.message = message
    }
}
