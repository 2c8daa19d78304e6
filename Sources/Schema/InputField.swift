/// A member of an update: left out, set to null, or given.
public enum InputField<Value: Sendable>: Sendable {
    /// What is stored stays.
    case absent
    /// What is stored is cleared.
    case null
    case value(Value)

    /// The value, if one is given.
    public var given: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }

    public func map<Result>(_ transform: (Value) throws -> Result) rethrows -> InputField<Result> {
        switch self {
        case .absent: .absent
        case .null: .null
        case .value(let value): .value(try transform(value))
        }
    }
}

extension InputField: Equatable where Value: Equatable {}
