/// The coerced values of an operation's variables, by position in its variable definitions.
///
/// In a fragment with variables of its own, theirs come before those of the operation.
public struct VariableValues: Sendable, Equatable {
    /// One entry per variable definition; nil where neither a value nor a default was given.
    public let slots: [InputValue?]
    /// The types of the variables without their wrappers.
    private let namedTypes: [TypeID?]
    /// Positions by the symbols of the variables' names.
    private let positions: [Int32: Int]
    /// The operation's values where these are a fragment's; one at most.
    private let outer: [VariableValues]

    /// The values of an operation without variables.
    public static let none = VariableValues(slots: [], namedTypes: [], symbols: [])

    init(slots: [InputValue?], namedTypes: [TypeID?], symbols: [Int32], operation: VariableValues? = nil) {
        self.slots = slots
        self.namedTypes = namedTypes
        outer = operation.map { [$0] } ?? []
        // In a document that is not valid two variables may have one name: the last one that has a value counts.
        positions = Dictionary(
            symbols.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, last in slots[last] == nil ? first : last }
        )
    }

    /// The value of a variable by its position; nil when it is absent.
    public subscript(position: Int) -> InputValue? {
        slots[position]
    }

    /// Position of the variable whose name has this symbol.
    public func position(of symbol: Int32) -> Int? {
        positions[symbol]
    }

    /// The value of the variable whose name has this symbol; nil when it is absent or not defined.
    public func value(of symbol: Int32) -> InputValue? {
        if let position = positions[symbol] { return slots[position] }
        return outer.first?.value(of: symbol)
    }

    /// The type of a variable without its wrappers.
    func namedType(of symbol: Int32) -> TypeID? {
        if let position = positions[symbol] { return namedTypes[position] }
        return outer.first?.namedType(of: symbol)
    }

    /// The same values where another schema counts, which does not have the types of the variables.
    var untyped: VariableValues { VariableValues(untyping: self) }

    private init(untyping values: VariableValues) {
        slots = values.slots
        namedTypes = values.namedTypes.map { _ in nil }
        positions = values.positions
        outer = values.outer.map(\.untyped)
    }

    /// The values of the operation alone.
    var operation: VariableValues { outer.first ?? self }
}
